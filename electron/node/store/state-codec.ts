import * as z from 'zod'
import type { Position } from '#shared/edit/author.ts'
import { classOfField } from '#shared/model/fields.ts'
import type {
  Announcement,
  FieldHead,
  FieldState,
  FoldState,
  LevelWriting,
  RecordState,
} from '#shared/operation/fold-state.ts'
import type { SensitivityClass, Value } from '#shared/operation/operation.ts'
import type { EntryOf } from './entry.ts'
import type { StoredImport, StoreState } from './store-state.ts'

/** Operations are named by their place in `ids`: an id has 43 characters, and each is named several times. */
type At = number
type PackedHead = readonly [At, Value] | readonly [At, Value, SensitivityClass | 0, number | 0]
type PackedField = readonly [name: string, heads: readonly PackedHead[], replaced?: readonly At[]]
interface PackedRules {
  readonly levels?: readonly (readonly [At, number, readonly At[], string | null])[]
  readonly promises?: readonly (readonly [At, number, string | null])[]
  readonly deletions?: readonly (readonly [At, Readonly<Partial<Record<SensitivityClass, readonly At[]>>>])[]
}
type PackedRecord = readonly [id: string, kind: string, fields: readonly PackedField[], rules?: PackedRules]

/** A state as plain data, about a third of what its operations weigh. */
export interface PackedState {
  readonly ids: readonly string[]
  /** How many of `ids` are known; the others are only named by something. */
  readonly known: number
  readonly bare: readonly At[]
  readonly dropped: readonly string[]
  readonly accepted: readonly string[]
  readonly records: readonly PackedRecord[]
  readonly imports: readonly StoredImport[]
  readonly positions: readonly (readonly [string, Position])[]
  readonly sent: readonly EntryOf<'sent'>[]
}

const list = z.array(z.unknown())
/** The outside only: the digest over a snapshot answers for the rest, which is too much to look at one by one. */
export const packedStateSchema = z.custom<PackedState>(
  (value) =>
    z
      .looseObject({
        ids: list,
        known: z.int(),
        bare: list,
        dropped: list,
        accepted: list,
        records: list,
        imports: list,
      })
      .safeParse(value).success,
)

export function packState({ fold, imports, positions, sent }: StoreState): PackedState {
  const places = new Map<string, At>()
  for (const id of fold.known.keys()) places.set(id, places.size)
  const known = places.size
  const at = (id: string): At => {
    const place = places.get(id)
    if (place !== undefined) return place
    places.set(id, places.size)
    return places.size - 1
  }
  const records = [...fold.records].map(([id, record]) => packRecord(id, record, at))
  return {
    ids: [...places.keys()],
    known,
    bare: [...fold.known].flatMap(([id, how]) => (how === 'bare' ? [at(id)] : [])),
    dropped: [...fold.dropped],
    accepted: [...fold.accepted],
    records,
    imports,
    positions: [...positions],
    sent,
  }
}

function packRecord(id: string, record: RecordState, at: (id: string) => At): PackedRecord {
  const fields = [...record.fields].map(([name, { heads, replaced }]): PackedField => {
    const packed = [...heads].map(([op, head]) => packHead(record.kind, name, at(op), head))
    return replaced === null ? [name, packed] : [name, packed, [...replaced].map(at)]
  })
  const rules: PackedRules = {
    ...some(
      'levels',
      [...record.levels].map(([op, l]) => [at(op), l.level, l.over.map(at), l.consent] as const),
    ),
    ...some(
      'promises',
      [...record.promises].map(([op, p]) => [at(op), p.level, p.session] as const),
    ),
    ...some(
      'deletions',
      [...record.deletions].map(
        ([op, seen]) => [at(op), Object.fromEntries(Object.entries(seen).map(([k, ids]) => [k, ids.map(at)]))] as const,
      ),
    ),
  }
  return Object.keys(rules).length === 0 ? [id, record.kind, fields] : [id, record.kind, fields, rules]
}

const some = <K extends string, T>(key: K, items: readonly T[]): Partial<Record<K, readonly T[]>> =>
  items.length === 0 ? {} : ({ [key]: items } as Record<K, readonly T[]>)

function packHead(kind: string, field: string, at: At, { value, class: own, genesis }: FieldHead): PackedHead {
  const isUsual = own === classOfField(kind, field)
  if (isUsual && genesis === undefined) return [at, value]
  return [at, value, isUsual ? 0 : own, genesis ?? 0]
}

/** The state as it was packed; mutable, and sharing nothing with `packed` that anyone writes to. */
export function unpackState(packed: PackedState): StoreState {
  const { ids } = packed
  const id = (at: At): string => ids[at] ?? ''
  const fold: FoldState = {
    known: new Map(),
    dropped: new Set(packed.dropped),
    records: new Map(),
    accepted: new Set(packed.accepted),
    owned: null,
  }
  for (let at = 0; at < packed.known; at += 1) fold.known.set(id(at), 'full')
  for (const at of packed.bare) fold.known.set(id(at), 'bare')
  for (const record of packed.records) fold.records.set(record[0], new PackedRecordState(record, id))
  return { fold, imports: packed.imports, positions: new Map(packed.positions), sent: packed.sent }
}

/** A record's state, unpacked when something asks: most records of a large store are never written to again. */
class PackedRecordState implements RecordState {
  kind: string
  readonly #packed: PackedRecord
  readonly #id: (at: At) => string
  #fields: Map<string, FieldState> | null = null
  #rules: Pick<RecordState, 'levels' | 'promises' | 'deletions'> | null = null

  constructor(packed: PackedRecord, id: (at: At) => string) {
    this.kind = packed[1]
    this.#packed = packed
    this.#id = id
  }

  get fields(): Map<string, FieldState> {
    return (this.#fields ??= unpackFields(this.#packed, this.#id))
  }

  get levels(): RecordState['levels'] {
    return (this.#rules ??= unpackRules(this.#packed, this.#id)).levels
  }

  get promises(): RecordState['promises'] {
    return (this.#rules ??= unpackRules(this.#packed, this.#id)).promises
  }

  get deletions(): RecordState['deletions'] {
    return (this.#rules ??= unpackRules(this.#packed, this.#id)).deletions
  }
}

function unpackFields([, kind, packedFields]: PackedRecord, id: (at: At) => string): Map<string, FieldState> {
  const fields = new Map<string, FieldState>()
  for (const [name, heads, replaced] of packedFields) {
    const unpacked = new Map<string, FieldHead>()
    for (const head of heads) unpacked.set(id(head[0]), unpackHead(kind, name, head))
    fields.set(name, { heads: unpacked, replaced: replaced === undefined ? null : new Set(replaced.map(id)) })
  }
  return fields
}

function unpackRules(
  [, , , rules = {}]: PackedRecord,
  id: (at: At) => string,
): Pick<RecordState, 'levels' | 'promises' | 'deletions'> {
  const { levels = [], promises = [], deletions = [] } = rules
  return {
    levels: new Map(
      levels.map(([op, level, over, consent]): [string, LevelWriting] => [
        id(op),
        { level, over: over.map(id), consent },
      ]),
    ),
    promises: new Map(promises.map(([op, level, session]): [string, Announcement] => [id(op), { level, session }])),
    deletions: new Map(
      deletions.map(([op, seen]) => [
        id(op),
        Object.fromEntries(Object.entries(seen).map(([k, places]) => [k, places.map(id)])),
      ]),
    ),
  }
}

function unpackHead(kind: string, field: string, [, value, own = 0, genesis = 0]: PackedHead): FieldHead {
  const sensitivity = own === 0 ? (classOfField(kind, field) ?? 'c') : own
  return genesis === 0 ? { value, class: sensitivity } : { value, class: sensitivity, genesis }
}
