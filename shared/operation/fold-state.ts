import type { DropReason } from './drop.ts'
import { SmallMap, smallMapOf, type MapLike } from '../kit/small-map.ts'
import type { SensitivityClass, Value } from './operation.ts'

/** One operation that sets a field and that none replaces. */
export interface FieldHead {
  readonly value: Value
  readonly class: SensitivityClass
  /** Version of the template it comes from; absent when a person wrote it. */
  readonly genesis?: number
}

export interface FieldState {
  readonly heads: MapLike<string, FieldHead>
  /** Operations that another one replaces, some not arrived yet; null for none, since most fields are written once. */
  replaced: Set<string> | null
}

/** An operation on an attribution level: kept even when replaced, since a loosening without consent replaces nothing. */
export interface LevelWriting {
  readonly level: number
  readonly over: readonly string[]
  readonly consent: string | null
}

/** The level announced for a note, 0 when the operation says none, and the session and its part whose rule it was taken under. */
export interface Announcement {
  readonly level: number
  readonly session: string | null
  readonly segment: string | null
}

/** No kind is written so: the record that bears it shows nothing, since which of two kinds is forged cannot be told. */
export const CLAIMED_TWICE = '*'

export interface RecordState {
  /** `CLAIMED_TWICE` when operations disagree. */
  kind: string
  readonly fields: Map<string, FieldState>
  readonly levels: MapLike<string, LevelWriting>
  /** What was announced to the speaker of a note, replaced ones included: only a consent takes one back. */
  readonly promises: MapLike<string, Announcement>
  /** Per deletion, what its author had seen, by class. */
  readonly deletions: MapLike<string, Readonly<Partial<Record<SensitivityClass, readonly string[]>>>>
}

/**
 * Everything the operations say, folded. Mutated in place by `addOperation`; the records read from it are values.
 * `known` tells, per operation, whether its body has been taken in.
 */
export interface FoldState {
  readonly known: Map<string, 'bare' | 'full'>
  /** Operations whose words are destroyed. */
  readonly dropped: Set<string>
  /** Classes of records in which nothing is said any more, and why. */
  readonly erased: Map<string, ReadonlyMap<SensitivityClass, DropReason>>
  /** By person, the records about them that ever named them: they are erased together, whichever comes first. */
  readonly about: Map<string, ReadonlySet<string>>
  /** Operations that wait for a person: they rest on destroyed words, and whoever wrote them did not know. */
  readonly aside: Set<string>
  readonly records: Map<string, RecordState>
  /** Loosenings that a person of this installation wrote or accepted. */
  readonly accepted: Set<string>
  /** Records this state may mutate; the others are shared with the state it was forked from. `null`: all. */
  readonly owned: Set<string> | null
}

export const emptyFold = (): FoldState => ({
  known: new Map(),
  dropped: new Set(),
  erased: new Map(),
  about: new Map(),
  aside: new Set(),
  records: new Map(),
  accepted: new Set(),
  owned: null,
})

/** A state that can take operations without touching the one it comes from: what a dry run works on. */
export const forkFold = (fold: FoldState): FoldState => ({
  known: new Map(fold.known),
  dropped: new Set(fold.dropped),
  erased: new Map(fold.erased),
  about: new Map(fold.about),
  aside: new Set(fold.aside),
  records: new Map(fold.records),
  accepted: new Set(fold.accepted),
  owned: new Set(),
})

const emptyRecord = (kind: string): RecordState => ({
  kind,
  fields: new Map(),
  levels: new SmallMap(),
  promises: new SmallMap(),
  deletions: new SmallMap(),
})

const copyRecord = (record: RecordState): RecordState => ({
  kind: record.kind,
  fields: new Map(
    [...record.fields].map(([field, { heads, replaced }]) => [
      field,
      { heads: smallMapOf(heads), replaced: replaced && new Set(replaced) },
    ]),
  ),
  levels: smallMapOf(record.levels),
  promises: smallMapOf(record.promises),
  deletions: smallMapOf(record.deletions),
})

/** The record's state, made when absent and copied when it belongs to the state this one was forked from. */
export function ownRecord(fold: FoldState, id: string, kind: string): RecordState {
  const existing = fold.records.get(id)
  if (existing !== undefined && (fold.owned === null || fold.owned.has(id))) return existing
  const own = existing === undefined ? emptyRecord(kind) : copyRecord(existing)
  fold.records.set(id, own)
  fold.owned?.add(id)
  return own
}

/** The field's state, made when absent. */
export function fieldState(record: RecordState, field: string): FieldState {
  const existing = record.fields.get(field)
  if (existing !== undefined) return existing
  const created: FieldState = { heads: new SmallMap(), replaced: null }
  record.fields.set(field, created)
  return created
}
