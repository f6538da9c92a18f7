import { interventionsIn } from '#shared/evidence/interventions.ts'
import type { DuplicatesFound } from '#shared/contract/duplicate-calls.ts'
import type { NearDuplicate } from '#shared/merge/propose-duplicates.ts'
import { judgementOn } from '#shared/model/pair.ts'
import { isKind, type Note, type Records } from '#shared/model/record.ts'
import type { Shown } from './duplicates-store.ts'

/** Pairs whose notes were taken in two sessions: they have no clock in common. */
export const BETWEEN = 'between'

/** Two notes on one line, or one note alone on its side. */
export interface Row {
  readonly key: string
  readonly left: Note | null
  readonly right: Note | null
  /** `null` for a note alone. */
  readonly is: 'proposed' | 'same' | null
}

export interface Pairs {
  /** Nobody has said anything of them, the likeliest first. */
  readonly proposed: readonly NearDuplicate[]
  /** A person linked them. */
  readonly same: readonly Pick<NearDuplicate, 'one' | 'other'>[]
}

/** What was found and waits for a person, and what a person has linked. Notes of one intervention already wait for nobody. */
export function pairsIn(records: Records, found: DuplicatesFound | null): Pairs {
  const standIn = interventionsIn(records)
  const proposed = (found?.pairs ?? []).filter(
    ({ one, other }) =>
      noteIn(records, one) !== null &&
      noteIn(records, other) !== null &&
      standIn(one) !== standIn(other) &&
      judgementOn(records, one, other) === null,
  )
  const same = [...records.values()].flatMap((record) => {
    if (!isKind(record, 'pair')) return []
    const { one = '', other = '' } = record.f
    const isLinked = judgementOn(records, one, other) === 'same' && standIn(one) === standIn(other)
    return isLinked ? [{ one, other }] : []
  })
  return { proposed, same }
}

/** How many pairs wait in each session; `BETWEEN` for those of two. */
export function waitingIn(records: Records, { proposed }: Pairs): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const pair of proposed) {
    const session = sessionOf(records, pair)
    counts.set(session, (counts.get(session) ?? 0) + 1)
  }
  return counts
}

const sessionOf = (records: Records, { one, other }: Pick<NearDuplicate, 'one' | 'other'>): string => {
  const [a, b] = [noteIn(records, one)?.f.session, noteIn(records, other)?.f.session]
  return a !== undefined && a === b ? a : BETWEEN
}

const noteIn = (records: Records, id: string): Note | null => {
  const record = records.get(id)
  return record !== undefined && isKind(record, 'note') ? record : null
}

export interface RowsWanted {
  readonly session: string
  readonly shown: Shown
  /** Whether a note belongs in the first column. */
  readonly isFirst: (note: string) => boolean
}

/** The lines of a session on its clock: each pair on one, notes that are in none on their own when all are asked for. */
export function rowsOf(records: Records, pairs: Pairs, { session, shown, isFirst }: RowsWanted): readonly Row[] {
  const rows: Row[] = []
  const add = (is: 'proposed' | 'same', { one, other }: Pick<NearDuplicate, 'one' | 'other'>): void => {
    const [a, b] = [noteIn(records, one), noteIn(records, other)]
    if (a === null || b === null) return
    const [left, right] = inColumns(a, b, isFirst)
    rows.push({ key: `${one} ${other}`, left, right, is })
  }
  const isHere = (pair: Pick<NearDuplicate, 'one' | 'other'>): boolean => sessionOf(records, pair) === session
  if (shown !== 'same') for (const pair of pairs.proposed.filter(isHere)) add('proposed', pair)
  if (shown !== 'proposed') for (const pair of pairs.same.filter(isHere)) add('same', pair)
  if (session === BETWEEN) return rows
  if (shown === 'all') rows.push(...alone(records, rows, session, isFirst))
  return rows.toSorted((a, b) => timeOf(a) - timeOf(b) || (a.key < b.key ? -1 : 1))
}

function alone(records: Records, rows: readonly Row[], session: string, isFirst: (note: string) => boolean): Row[] {
  const inPairs = new Set(rows.flatMap(({ left, right }) => [left?.id, right?.id]))
  return [...records.values()].flatMap((record) => {
    if (!isKind(record, 'note') || record.f.session !== session || inPairs.has(record.id)) return []
    const side = isFirst(record.id) ? { left: record, right: null } : { left: null, right: record }
    return [{ key: record.id, ...side, is: null }]
  })
}

/** Each in the column of who took it; of one rapporteur, the earlier first. */
function inColumns(a: Note, b: Note, isFirst: (note: string) => boolean): readonly [Note, Note] {
  const [aFirst, bFirst] = [isFirst(a.id), isFirst(b.id)]
  if (aFirst !== bFirst) return aFirst ? [a, b] : [b, a]
  return (a.f.at ?? 0) < (b.f.at ?? 0) || ((a.f.at ?? 0) === (b.f.at ?? 0) && a.id < b.id) ? [a, b] : [b, a]
}

/** Lines without a time come last. */
const timeOf = ({ left, right }: Row): number =>
  Math.min(left?.f.at ?? Number.MAX_SAFE_INTEGER, right?.f.at ?? Number.MAX_SAFE_INTEGER)
