import { deletionOf } from './deletion.ts'
import { CLAIMED_TWICE, type FoldState, type LevelWriting, type RecordState } from './fold-state.ts'

/**
 * The strictest level that stands. A writing replaces the stricter ones it names only with a consent that covers the
 * record, allows that level and is not withdrawn, and once a person of this installation has written or accepted it.
 * What it names and has not arrived may be the strictest, and counts so until it comes. 0 when nothing stands: the record
 * leaves the question to what contains it.
 */
function strictestLevel(fold: FoldState, recordId: string): number {
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
 * The level of a record. A note stays under the strictest rule of each session, and of each part of one, that it has left
 * or that was put away; those it is in have their own to say.
 */
export function heldLevel(fold: FoldState, recordId: string, state: RecordState): number {
  let level = strictestLevel(fold, recordId)
  for (const place of formerPlaces(fold, state))
    for (const writing of levelsOf(fold, place).values()) level = Math.max(level, writing.level)
  return Math.min(6, level)
}

/** Sessions and their parts that hold notes to their rule. */
const PLACES = ['session', 'segment'] as const
const isPlace = (kind: string): boolean => PLACES.some((place) => place === kind)

function formerPlaces(fold: FoldState, { promises, fields }: RecordState): readonly string[] {
  return PLACES.flatMap((place) => {
    const now = new Set([...(fields.get(place)?.heads.values() ?? [])].map(({ value }) => value))
    return [...promises.values()].flatMap(({ [place]: id }) =>
      id !== null && (!now.has(id) || isGone(fold.records.get(id), place)) ? [id] : [],
    )
  })
}

const isGone = (state: RecordState | undefined, kind: string): boolean =>
  state !== undefined && (state.kind !== kind || deletionOf(state) === 'deleted')

/** The level promised when a note was taken: the strictest ever announced, which only a consent in force lowers. */
export function promiseOf(fold: FoldState, recordId: string): number {
  const promised = [...(fold.records.get(recordId)?.promises.values() ?? [])].map(({ level }) => level)
  const consented = [...levelsOf(fold, recordId)].filter(([id, writing]) => mayLoosen(fold, recordId, id, writing))
  return Math.min(6, Math.max(0, ...promised), ...consented.map(([, { level }]) => level))
}

/** Records to read again once these were spoken of: a consent, or a session or part that notes have left, holds others too. */
export function recordsToRead(fold: FoldState, spokenOf: ReadonlySet<string>): Iterable<string> {
  const states = [...spokenOf].flatMap((id) => fold.records.get(id) ?? [])
  if (states.some(({ kind }) => kind === 'consent' || kind === CLAIMED_TWICE)) return fold.records.keys()
  if (!states.some(({ kind }) => isPlace(kind))) return spokenOf
  const left = [...fold.records].filter(([, state]) => formerPlaces(fold, state).some((id) => spokenOf.has(id)))
  // A session that came back no longer holds its notes by itself: they are read again as well.
  const back = states.some(({ kind, deletions }) => isPlace(kind) && deletions.size > 0)
  return back ? fold.records.keys() : new Set([...spokenOf, ...left.map(([id]) => id)])
}

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
