import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { forkFold, type FoldState } from '#shared/operation/fold-state.ts'
import { addOperation } from '#shared/operation/fold.ts'
import type { Head, Operation, Values } from '#shared/operation/operation.ts'
import { readInto, readRecords } from '#shared/operation/read-record.ts'
import { levelOfConsultation, levelOfNote } from '#shared/privacy/levels.ts'
import { projectOperations, projectRecords } from '#shared/privacy/project.ts'
import { CONSULTATION, idOf } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { settled, shownOf } from '../build/projected.ts'
import { foldOf, saidIn } from '../build/said.ts'
import { Tally, type Goal } from './goal.ts'
import { LevelModel } from './level-model.ts'
import { shortHistories, type ShortHistory } from './short-history.ts'

/** Histories that one seed makes: what they share is played once. */
const TOGETHER = 20

type Levels = ReadonlyMap<string, number>

let made = 0
/** What nobody's command wrote; in a fold, an id only has to be its own. */
function forged({ record, kind, set, over }: Forged): Operation {
  const head = { v: 1, c: CONSULTATION, r: record, t: kind, k: 'c' as const, b: '', s: '' }
  return { id: `forged ${(made += 1)}`, head: over === undefined ? head : { ...head, o: over }, body: { x: '', set } }
}
interface Forged {
  readonly record: string
  readonly kind: string
  readonly set: Values
  readonly over?: Head['o']
}

/** The level that each note is held to. */
function levelsIn(fold: FoldState): Levels {
  const records = new Map<string, AnyRecord>()
  // What speaks, and of what, changes no level.
  readInto(
    records,
    fold,
    [...fold.records].flatMap(([id, { kind }]) => (HOLDING.has(kind) ? [id] : [])),
  )
  const consultation = levelOfConsultation(records)
  const notes = [...records.values()].flatMap((record) => (isKind(record, 'note') ? [record] : []))
  return new Map(notes.map((note) => [note.id, levelOfNote(records, note, consultation)]))
}

const HOLDING: ReadonlySet<string> = new Set(['consultation', 'session', 'note'])

const isLooser = (after: Levels, before: Levels): boolean =>
  [...after].some(([note, level]) => level < (before.get(note) ?? 0))

/** One history, everything that was written in it, and what whoever holds it all is held to. */
class Judged {
  readonly history: ShortHistory
  readonly all: readonly Operation[]
  readonly fold: FoldState
  readonly levels: Levels

  constructor(history: ShortHistory) {
    const { beginning, written } = history
    this.history = history
    this.all = [...beginning.operations, ...written]
    this.fold = this.after(beginning.fold, written)
    this.levels = levelsIn(this.fold)
  }

  /** A state and more operations. */
  after(fold: FoldState, more: readonly Operation[], accepted: Iterable<string> = this.history.accepted): FoldState {
    const after = forkFold(fold)
    for (const id of accepted) after.accepted.add(id)
    for (const operation of more) addOperation(after, operation)
    return after
  }
}

/** In any order, an old file coming last, the levels are those of the definition. */
function wrongInOrder({ history, all, levels }: Judged, random: Chance): string | null {
  const model = new LevelModel(all, history.accepted)
  for (const [note, level] of levels) if (model.levelOf(note) !== level) return 'a level is not that of the definition'
  const again = levelsIn(foldOf([...random.shuffled(all), ...history.earlier], [], history.accepted))
  return again.size === levels.size && !isLooser(again, levels) && !isLooser(levels, again)
    ? null
    : 'another order holds notes to other levels'
}

const isRule = ({ body }: Operation): boolean => body?.set['level'] !== undefined

/** Rules that others replaced may come late: until they do, nothing is held to less. */
function wrongInPart(judged: Judged, random: Chance): string | null {
  const { beginning, written } = judged.history
  const named = new Set(written.flatMap(({ head }) => head.o?.['level'] ?? []))
  const part = written.filter((one) => !isRule(one) || !named.has(one.id) || random.in100(50))
  const after = levelsIn(judged.after(beginning.fold, part))
  return isLooser(after, judged.levels) ? 'a partial arrival loosens' : null
}

/** What is written of a consent that allows nothing. */
const FALSE_CONSENTS: readonly ((about: (set: Values) => Operation, covers: Values) => readonly Operation[])[] = [
  () => [],
  (about) => [about({ level: 1, 'cover:other': true })],
  (about, covers) => [about({ ...covers, level: 6 })],
  (about, covers) => [about({ ...covers, level: 1 }), about({ withdrawn: true })],
  (about, covers) => [about({ ...covers, level: 1 }), about({ deleted: true })],
]

/** A loosening that nobody here accepted, or whose consent is not one, loosens nothing whatever it names. */
function wrongForged(judged: Judged, random: Chance, words: string): string | null {
  const { all, levels } = judged
  const target = random.one(all.filter(isRule))
  const { r: record, t: kind } = target.head
  const over: Head['o'] = { level: all.filter((one) => isRule(one) && one.head.r === record).map(({ id }) => id) }
  const consent = idOf('forged', words)
  const about = (set: Values): Operation => forged({ record: consent, kind: 'consent', set })
  const level = random.one([1, null, 7])
  const loosening = forged({ record, kind, set: { level, ...(random.in100(70) ? { consent } : {}) }, over })
  const given = FALSE_CONSENTS[random.below(FALSE_CONSENTS.length)]?.(about, { [`cover:${record}`]: true }) ?? []
  // Without an acceptance even a true consent loosens nothing; with one, only a true consent does.
  const isAccepted = random.in100(80)
  const written = isAccepted ? given : [about({ level: 1, [`cover:${record}`]: true })]
  const accepted = [...judged.history.accepted, ...(isAccepted ? [loosening.id] : [])]
  const after = judged.after(judged.fold, random.shuffled([...written, loosening]), accepted)
  return isLooser(levelsIn(after), levels) ? 'a forged loosening loosens' : null
}

/** A rule that is tightened holds at once what was written before, in a session all of its notes. */
function wrongTightened(judged: Judged, random: Chance): string | null {
  const { r: record, t: kind } = random.one(judged.all.filter(isRule)).head
  const level = 1 + random.below(6)
  const after = judged.after(judged.fold, [forged({ record, kind, set: { level } })])
  for (const [note, now] of levelsIn(after)) {
    const isHeld = note === record || record === judged.history.beginning.session
    const expected = Math.max(judged.levels.get(note) ?? 0, isHeld ? level : 0)
    if (now < expected) return 'a tightening does not hold what was written before'
  }
  return null
}

/** What a receiver folds, with or without an earlier projection, is what the sender's records show. */
function wrongProjected({ all, history, fold }: Judged): string | null {
  const { accepted, earlier } = history
  const ours = readRecords(fold)
  const sent = projectOperations(all, fold)
  if (earlier.length === 0)
    return saidIn(readRecords(foldOf(sent, [], accepted))) === saidIn(projectRecords(ours))
      ? null
      : 'the receiver sees something else than what is projected'
  const before = projectOperations(earlier, foldOf(earlier, [], accepted))
  const received = readRecords(foldOf([...before, ...sent], [], accepted))
  return saidIn(shownOf(received, ours)) === saidIn(settled(ours))
    ? null
    : 'the receiver of an earlier projection sees something else than what is projected'
}

function wrongWith(history: ShortHistory, random: Chance, words: string): string | null {
  const judged = new Judged(history)
  return (
    wrongInOrder(judged, random) ??
    wrongInPart(judged, random) ??
    wrongForged(judged, random, words) ??
    wrongTightened(judged, random) ??
    wrongProjected(judged)
  )
}

/**
 * Levels under any order of consent, an old file, a tightening, a forged loosening and a partial arrival; and the law of
 * projections.
 */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('LEVELS', 10, TOGETHER)
  for (let at = 0; at < cases; at += TOGETHER) {
    const random = chance(seed + at)
    let branch = 0
    for (const history of shortHistories(seed + at, Math.min(TOGETHER, cases - at))) {
      const wrong = wrongWith(history, random, `${seed + at} ${(branch += 1)}`)
      if (wrong !== null) tally.failed(seed + at, wrong)
    }
  }
  return tally.result(cases)
}
