import { deletionOf } from './deletion.ts'
import { CLAIMED_TWICE, type FoldState, type LevelWriting, type RecordState } from './fold-state.ts'

/**
 * The strictest level that stands. A writing replaces the stricter ones it names only with a consent that covers the
 * record, allows that level and is not withdrawn, and once a person of this installation has written or accepted it.
 * What it names and has not arrived may be the strictest, and counts so until it comes. 0 when nothing stands: the record
 * leaves the question to what contains it.
 */
export function strictestLevel(fold: FoldState, recordId: string): number {
  const levels = levelsOf(fold, recordId)
  const replaced = new Set<string>()
  let strictest = 0
  for (const [id, writing] of levels) {
    const loosens = mayLoosen(fold, recordId, id, writing)
    for (const former of writing.over) {
      const target = levels.get(former)
      if (target === undefined && !loosens) strictest = 6
      if (target !== undefined && (loosens || writing.level >= target.level)) replaced.add(former)
    }
  }
  for (const [id, { level }] of levels) if (!replaced.has(id)) strictest = Math.max(strictest, level)
  return Math.min(6, strictest)
}

/**
 * The level of a record, that of a session put away included: its notes outlive it, and so does the rule they were
 * written under.
 */
export function heldLevel(fold: FoldState, recordId: string, state: RecordState): number {
  const own = strictestLevel(fold, recordId)
  if (state.kind !== 'note') return own
  const sessions = [...(state.fields.get('session')?.heads.values() ?? [])].map(({ value }) => value)
  const gone = sessions.filter((id): id is string => typeof id === 'string' && isGone(fold.records.get(id)))
  return Math.max(own, ...gone.map((id) => strictestLevel(fold, id)))
}

const isGone = (session: RecordState | undefined): boolean =>
  session !== undefined && (session.kind !== 'session' || deletionOf(session) === 'deleted')

/** The level promised when a note was taken: the strictest ever written, which only a consent in force lowers. */
export function promiseOf(fold: FoldState, recordId: string): number {
  const promised = Math.max(0, ...(fold.records.get(recordId)?.promises.values() ?? []))
  const consented = [...levelsOf(fold, recordId)].filter(([id, writing]) => mayLoosen(fold, recordId, id, writing))
  return Math.min(6, promised, ...consented.map(([, { level }]) => level))
}

/** Records to read again once these were spoken of: a consent, or a session put away, changes what others are held to. */
export function recordsToRead(fold: FoldState, spokenOf: ReadonlySet<string>): Iterable<string> {
  return [...spokenOf].some((id) => holdsOthers(fold.records.get(id))) ? fold.records.keys() : spokenOf
}

const holdsOthers = (state: RecordState | undefined): boolean =>
  state !== undefined &&
  (state.kind === 'consent' || state.kind === CLAIMED_TWICE || (state.kind === 'session' && state.deletions.size > 0))

const levelsOf = (fold: FoldState, recordId: string): ReadonlyMap<string, LevelWriting> =>
  fold.records.get(recordId)?.levels ?? new Map<string, LevelWriting>()

function mayLoosen(fold: FoldState, recordId: string, id: string, { level, consent }: LevelWriting): boolean {
  if (consent === null || !fold.accepted.has(id)) return false
  const given = fold.records.get(consent)
  if (given === undefined || given.kind !== 'consent') return false
  const covered = given.fields.get(`cover:${recordId}`)?.heads
  if (covered === undefined || covered.size === 0) return false
  const holds = [...covered.values()].every(({ value }) => value === true)
  const withdrawn = isTrue(given, 'withdrawn') || isTrue(given, 'deleted')
  // A consent is never loosened in its turn: all its writings count, or one that covers itself would free itself.
  const allowed = Math.max(0, ...[...given.levels.values()].map((writing) => writing.level))
  return holds && !withdrawn && allowed > 0 && allowed <= level
}

const isTrue = (state: RecordState, field: string): boolean =>
  [...(state.fields.get(field)?.heads.values() ?? [])].some(({ value }) => value === true)
