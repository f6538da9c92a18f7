import { isKind, type AnyRecord, type Records } from '#shared/model/record.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import type { Chance } from '../build/chance.ts'
import { aWorkspace, type Workspace } from '../build/workspace.ts'

/** Words that stand for nothing else, and who may read them: `null` for nobody outside, else the strictest level. */
interface Secret {
  readonly word: string
  /** Leaves with a voice, up to this level of it; 0: never. */
  readonly upTo: number
  /** The person behind the voice it leaves with. */
  readonly person: string
}

export interface Guarded {
  readonly workspace: Workspace
  /** What the public, the sections and the secretariat may not see. */
  readonly forbidden: readonly string[]
  /** What the circle of trust may not see either. */
  readonly forbiddenToAll: readonly string[]
  /** Who wrote, on which computer: in no output at all. */
  readonly machine: readonly string[]
}

interface Scene {
  readonly workspace: Workspace
  readonly secrets: Secret[]
  readonly texts: Map<string, string>
  readonly times: Map<string, string>
  readonly offTheRecord: Set<string>
  readonly never: string[]
  readonly privately: string[]
}

/**
 * A small consultation in which everything that anyone could hide has a word of its own; levels are drawn, tightened, and
 * loosened with consent.
 */
export function guardedConsultation(seed: number, random: Chance): Guarded {
  const scene: Scene = {
    workspace: aWorkspace(`Poste-Canari-${seed}`),
    secrets: [],
    texts: new Map(),
    times: new Map(),
    offTheRecord: new Set(),
    never: [],
    privately: [],
  }
  const word = (about: string): string => `Canari${about}${seed}q${(count += 1)}z`
  let count = 0
  for (let number = 0; number < 2; number += 1) openSession(scene, word, random)
  bystanders(scene, word)
  changeLevels(scene, word, random)
  return guarded(scene)
}

type Word = (about: string) => string

function openSession(scene: Scene, word: Word, random: Chance): void {
  const { workspace } = scene
  const session = word('Seance')
  workspace.session(session, 1 + random.below(6))
  const [link, promise] = [word('lien'), word('promesse')]
  workspace.save('session', session, { link: `https://${link}.example`, promise })
  scene.privately.push(link, promise)
  const speakers = [0, 1].map(() => speaker(scene, word))
  for (let number = 0; number < 2 + random.below(2); number += 1) {
    const text = word('Texte')
    scene.texts.set(text, text)
    workspace.note(text, {
      session,
      speaker: random.in100(85) ? random.one(speakers) : random.one(speakers),
      ...(random.in100(40) ? { level: 1 + random.below(6) } : {}),
    })
    timed(scene, text, random)
    if (random.in100(30)) corrected(scene, text, word)
  }
}

function speaker(scene: Scene, word: Word): string {
  const { workspace, secrets, privately } = scene
  const [name, organisation, held] = [word('Nom'), word('Organisation'), word('Fonction')]
  const [phone, email] = [word('telephone'), word('courriel')]
  workspace.speaker(name, { organisation, function: held, phone, category: 'élu·e', gender: 'f' })
  const person = workspace.id(`person ${name}`)
  const givenName = word('Prenom')
  const sortKey = word('Cle')
  workspace.run({
    type: 'record.save',
    kind: 'person',
    record: person,
    set: { givenName, sortKey, email: `${email}@canari.example` },
  })
  secrets.push(
    ...[name, givenName, sortKey].map((one) => ({ word: one, upTo: 1, person })),
    { word: held, upTo: 2, person },
    { word: organisation, upTo: 3, person },
  )
  privately.push(phone, email)
  return name
}

let minute = 0
/** A moment that no other note has: its milliseconds are a word that stands for nothing else. */
function timed(scene: Scene, note: string, random: Chance): void {
  const at = 1_767_600_000_000 + (minute += 61_003) + random.below(1_000)
  const { device } = scene.workspace
  device.write([{ record: scene.workspace.id(note), kind: 'note', set: { at } }])
  const file = `Canarifichier${at}.csv`
  device.write([{ record: scene.workspace.id(note), kind: 'note', set: { source: `${file}, ligne 3` } }])
  scene.privately.push(file)
  scene.times.set(note, String(at))
}

/** A former text goes to nobody outside. */
function corrected(scene: Scene, note: string, word: Word): void {
  const text = word('Corrige')
  scene.workspace.edit(note, { set: { text } })
  scene.texts.set(note, text)
  scene.never.push(note)
}

/** People who do not speak, and what is about them alone. */
function bystanders({ workspace, never, privately }: Scene, word: Word): void {
  const said = {
    contact: { name: word('Contact'), function: word('Fonction'), city: word('Ville') },
    validation: { person: word('Valide'), body: word('Bureau') },
    tag: { decider: word('Decide') },
  }
  workspace.save('contact', 'contact', { ...said.contact, phone: word('telephone') })
  workspace.save('validation', 'validation', said.validation)
  workspace.save('tag', 'tag', { label: 'Tendance', scope: 'trend', ...said.tag })
  workspace.save('transcript', 'transcript', { text: word('Enregistre') })
  never.push(...Object.values(said).flatMap((fields) => Object.values(fields)))
  privately.push(...privateWordsOf(readRecords(workspace.device.fold), ['contact', 'transcript']))
}

const privateWordsOf = (records: Records, kinds: readonly string[]): readonly string[] =>
  [...records.values()].flatMap(({ kind, f }) =>
    kinds.includes(kind) ? [f['phone'], f['text']].filter((value) => typeof value === 'string') : [],
  )

function changeLevels({ workspace, texts, never }: Scene, word: Word, random: Chance): void {
  const { device } = workspace
  const records = [...device.records.values()]
  const notes = records.filter((record) => record.kind === 'note')
  const sessions = records.filter((record) => record.kind === 'session')
  for (let turn = 0; turn < random.below(4); turn += 1) {
    const target: AnyRecord = random.in100(70) ? random.one(notes) : random.one(sessions)
    const level = 1 + random.below(6)
    if (random.in100(50)) device.attempt({ type: 'level.tighten', records: [target.id], level })
    else {
      const [who, consent] = [word('Accord'), device.newId()]
      const done = device.attempt({
        type: 'level.loosen',
        records: [target.id],
        level,
        consent,
        who,
        at: '2026-01-06',
        basis: 'accord écrit',
      })
      if (done.ok) never.push(who)
    }
  }
  if (random.in100(30)) {
    const [gone] = [...texts.values()]
    const note = notes.find(({ f }) => f['text'] === gone)
    if (note !== undefined && gone !== undefined) {
      device.run({ type: 'notes.remove', notes: [note.id] })
      never.push(gone)
    }
  }
}

function guarded({ workspace, secrets, texts, times, never, privately }: Scene): Guarded {
  const records = readRecords(workspace.device.fold)
  const strictest = strictestByPerson(records)
  const outside = secrets.filter(({ upTo, person }) => (strictest.get(person)?.loosest ?? 7) > upTo)
  const offTexts: string[] = []
  const offTimes: string[] = []
  const offSessions: string[] = []
  for (const note of records.values()) {
    if (!isKind(note, 'note')) continue
    const level = levelOfNote(records, note)
    const key = [...texts.keys()].find((one) => workspace.id(one) === note.id) ?? ''
    if (level === 6) offTexts.push(texts.get(key) ?? '', note.id)
    if (level > 3) offTimes.push(times.get(key) ?? '')
  }
  for (const session of records.values())
    if (isKind(session, 'session') && (session.f.level ?? 0) === 6) offSessions.push(session.f.label ?? '', session.id)
  return {
    workspace,
    forbidden: real([
      ...outside.map(({ word }) => word),
      ...offTexts,
      ...offTimes,
      ...offSessions,
      ...never,
      ...privately,
    ]),
    forbiddenToAll: real([...offTexts, ...offSessions, ...privately]),
    machine: [workspace.device.author.by, workspace.device.author.stream, `Poste-Canari`],
  }
}

const real = (words: readonly string[]): readonly string[] => [...new Set(words.filter((word) => word !== ''))]

/** By person, the loosest level of a voice that leaves: a voice is held to the strictest of its notes. */
function strictestByPerson(records: Records): ReadonlyMap<string, { readonly loosest: number }> {
  const voices = new Map<string, number>()
  for (const note of records.values()) {
    if (!isKind(note, 'note') || note.f.voice === undefined) continue
    const level = levelOfNote(records, note)
    if (level < 6) voices.set(note.f.voice, Math.max(level, voices.get(note.f.voice) ?? 1))
  }
  const people = new Map<string, { loosest: number }>()
  for (const [id, level] of voices) {
    const voice = records.get(id)
    if (voice === undefined || !isKind(voice, 'voice') || voice.f.person === undefined) continue
    const held = Math.max(level, voice.f.level ?? 1)
    people.set(voice.f.person, { loosest: Math.min(held, people.get(voice.f.person)?.loosest ?? 7) })
  }
  return people
}
