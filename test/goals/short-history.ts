import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Author, Position } from '#shared/edit/author.ts'
import type { Command, CommandOf } from '#shared/edit/command.ts'
import { writeBatch } from '#shared/edit/write-batch.ts'
import { newId } from '#shared/kit/id.ts'
import type { Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { forkFold, type FoldState } from '#shared/operation/fold-state.ts'
import { recordsToRead } from '#shared/operation/level-heads.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readInto, readRecords } from '#shared/operation/read-record.ts'
import { anAuthor, idOf } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { editOf } from '../build/history.ts'
import { aNote } from '../build/note.ts'
import { foldOf } from '../build/said.ts'
import { aWorkspace } from '../build/workspace.ts'

/** What short histories begin with, folded once: a session of some level, someone who speaks in it, and a note. */
export interface Beginning {
  readonly operations: readonly Operation[]
  readonly fold: FoldState
  readonly records: ReadonlyMap<string, AnyRecord>
  readonly session: string
  readonly speaker: string
  readonly axis: string
}

const BEGINNINGS: readonly Beginning[] = [1, 2, 3, 4, 5].map((level) => {
  const told = aWorkspace(`beginning ${level}`).session('Plénière', level)
  told.speaker('Awa', { organisation: 'Ville de Dakar', function: 'maire', category: 'élu·e' }).note('Une digue')
  const fold = foldOf(told.operations)
  const [session, speaker, axis] = ['Plénière', 'Awa', 'Eau'].map((words) => told.id(words))
  if (session === undefined || speaker === undefined || axis === undefined) throw new Error('a session')
  return { operations: told.operations, fold, records: readRecords(fold), session, speaker, axis }
})

/** Bytes that are the same for the same words: salts of histories that nobody attacks. */
function quickRandom(words: string): RandomBytes {
  let number = 0
  for (const letter of words) number = (Math.imul(number, 31) + letter.charCodeAt(0)) | 0
  const random = chance(number)
  return (count) => Uint8Array.from({ length: count }, () => random.below(256))
}

/** Ids that tell operations apart and prove nothing: what verifies them is not asked here. */
const quickDigest: Digest = (text) => {
  let [one, other] = [0x811c9dc5, 0x9e3779b9]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other + code, 0x85ebca6b) ^ (other >>> 13)
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`
}

/** One of two installations of a short history. */
class Writer {
  readonly fold: FoldState
  readonly written: Map<string, Operation>
  readonly #records: Map<string, AnyRecord>
  readonly #author: Author
  #position: Position = { counter: 0, reading: '' }

  /** `from` is written to no more. */
  constructor(name: string, from: Beginning | Writer) {
    const isFirst = 'operations' in from
    this.fold = forkFold(from.fold)
    this.written = new Map(isFirst ? [] : from.written)
    this.#records = new Map(isFirst ? from.records : from.#records)
    this.#author = isFirst
      ? { ...anAuthor(name, quickRandom(name)), digest: quickDigest }
      : { ...from.#author, random: quickRandom(name) }
    if (!isFirst) this.#position = from.#position
  }

  readonly newId = (): string => newId(this.#author.random)

  ofKind(kind: string): readonly AnyRecord[] {
    return [...this.#records.values()].filter((record) => record.kind === kind)
  }

  /** Does what can be done. */
  attempt(command: Command): void {
    const writings = applyCommand({ records: this.#records, newId: this.newId }, command)
    if (!writings.ok) return
    const { operations, position } = writeBatch(this.fold, writings.value, this.#author, this.#position)
    this.#position = position
    this.receive(operations)
    // Whoever loosens here has accepted it here.
    for (const { id, body } of operations) if (typeof body?.set['consent'] === 'string') this.fold.accepted.add(id)
    if (operations.some(({ body }) => body?.set['consent'] !== undefined)) this.#readAgain(operations)
  }

  receive(operations: Iterable<Operation>): void {
    const all = [...operations]
    for (const operation of all) {
      this.written.set(operation.id, operation)
      addOperation(this.fold, operation)
    }
    this.#readAgain(all)
  }

  #readAgain(operations: readonly Operation[]): void {
    readInto(this.#records, this.fold, recordsToRead(this.fold, new Set(operations.map(({ head }) => head.r))))
  }
}

/** A few things that two installations did, apart and together, after one of a few beginnings. */
export interface ShortHistory {
  readonly beginning: Beginning
  /** What came after the beginning, of both. */
  readonly written: readonly Operation[]
  /** Loosenings that a person here wrote or accepted. */
  readonly accepted: ReadonlySet<string>
  /** What one of them held at some moment; nothing in half of them. */
  readonly earlier: readonly Operation[]
}

/**
 * So many histories that begin alike and go on each in its own way: what they share is played once. They depend on the
 * seed alone.
 */
export function* shortHistories(seed: number, count: number): Generator<ShortHistory> {
  const random = chance(seed)
  const beginning = random.one(BEGINNINGS)
  const shared = pairOf((name) => new Writer(`${seed} ${name}`, beginning))
  play(shared, random, beginning, `${seed}`, 5)
  for (let at = 0; at < count; at += 1) {
    const pair = pairOf((name) => new Writer(`${seed} ${name} ${at}`, name === 'here' ? shared[0] : shared[1]))
    const earlier = random.one([[], [...beginning.operations, ...random.one(pair).written.values()]])
    play(pair, random, beginning, `${seed} ${at}`, 3)
    const [here, away] = pair
    const written = new Map([...here.written, ...away.written])
    const accepted = new Set([...here.fold.accepted, ...(random.in100(50) ? away.fold.accepted : [])])
    yield { beginning, written: [...written.values()], accepted, earlier }
  }
}

type Pair = readonly [here: Writer, away: Writer]
const pairOf = (make: (name: 'here' | 'away') => Writer): Pair => [make('here'), make('away')]

function play(pair: Pair, random: Chance, beginning: Beginning, words: string, most: number): void {
  for (let step = 1 + random.below(most); step > 0; step -= 1) {
    const writer = random.one(pair)
    if (random.in100(80)) act(writer, random, beginning, `${words} ${step}`)
    else sendSome(writer, writer === pair[0] ? pair[1] : pair[0], random)
  }
}

function sendSome(from: Writer, to: Writer, random: Chance): void {
  const all = [...from.written.values()]
  to.receive(random.in100(60) ? all : all.filter(() => random.in100(60)))
}

const ALLOWED = { who: 'Awa', at: '2026-01-06', basis: 'accord' }

function act(writer: Writer, random: Chance, { session, speaker, axis }: Beginning, words: string): void {
  const notes = writer.ofKind('note')
  const dice = random.below(100)
  const place = { session, axis, speaker: random.in100(70) ? speaker : null }
  if (notes.length === 0 || dice < 15) {
    const level = random.in100(40) ? { level: 1 + random.below(6) } : {}
    return writer.attempt(aNote({ note: writer.newId(), text: `texte ${words}.`, ...place, ...level }))
  }
  const note = random.one(notes).id
  const held = random.in100(60) ? note : session
  const level = 1 + random.below(6)
  if (dice < 25) writer.attempt(editOf(note, { text: `texte ${words}.` }))
  else if (dice < 32) writer.attempt({ ...editOf(note, {}), newThemes: [{ id: idOf(words), label: `thème ${words}` }] })
  else if (dice < 40) writer.attempt({ ...editOf(note, {}), speaker: place.speaker })
  else if (dice < 46) writer.attempt({ type: 'notes.remove', notes: [note] })
  else if (dice < 68) writer.attempt({ type: 'level.tighten', records: [held], level })
  else if (dice < 90)
    writer.attempt({ type: 'level.loosen', records: [held], level, consent: writer.newId(), ...ALLOWED })
  else withdraw(writer, random)
}

function withdraw(writer: Writer, random: Chance): void {
  const consents = writer.ofKind('consent')
  if (consents.length === 0) return
  const withdrawal: CommandOf<'consent.withdraw'> = { type: 'consent.withdraw', consent: random.one(consents).id }
  writer.attempt(withdrawal)
}
