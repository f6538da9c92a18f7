import type { Position } from '#shared/edit/author.ts'
import type { Ranges } from '#shared/merge/completeness.ts'
import { SmallMap, smallMapOf } from '#shared/kit/small-map.ts'
import { classOfField } from '#shared/model/fields.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { FieldHead, FieldState, FoldState, LevelWriting, RecordState } from '#shared/operation/fold-state.ts'
import type { SensitivityClass, Value } from '#shared/operation/operation.ts'
import type { DropReason } from '#shared/operation/drop.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import type { EntryOf } from './entry.ts'
import type { Destruction, StoredImport, StoreState } from './store-state.ts'

/** Operations are named by their place in the list of ids: an id has 43 characters, and each is named several times. */
type At = number
/** A head that says what the record reads as is its place alone. */
type PackedHead =
  readonly [At] | readonly [At, Value] | readonly [At, Value, sensitivity: SensitivityClass | 0, genesis: number]
type PackedField = readonly [name: string, heads: readonly PackedHead[], replaced?: readonly At[]]
interface PackedRules {
  readonly levels?: readonly (readonly [At, number, readonly At[], string | null])[]
  readonly promises?: readonly (readonly [At, number, string | null, (string | null)?])[]
  readonly deletions?: readonly (readonly [At, Readonly<Partial<Record<SensitivityClass, readonly At[]>>>])[]
}
type PackedRecord = readonly [id: string, kind: string, fields: readonly PackedField[], rules?: PackedRules]

/** A state as plain data: some 600 bytes a note. What is needed at every opening is apart from what is seldom asked for. */
export interface PackedState {
  /** Ids of operations, one space between two. */
  readonly ids: string
  /** How many of `ids` are known; the others are only named by something. */
  readonly known: number
  readonly bare: readonly At[]
  readonly dropped: readonly string[]
  readonly erased?: readonly (readonly [
    record: string,
    classes: readonly (readonly [SensitivityClass, DropReason])[],
  ])[]
  readonly about?: readonly (readonly [person: string, records: readonly string[]])[]
  readonly aside?: readonly string[]
  readonly destruction?: Destruction
  readonly accepted: readonly string[]
  readonly imports: readonly StoredImport[]
  readonly positions: readonly (readonly [string, Position])[]
  readonly received?: readonly (readonly [stream: string, Ranges])[]
  readonly sent: readonly EntryOf<'sent'>[]
  readonly trust?: StoreState['trust']
  /** What each record reads as; null for one that shows nothing. */
  readonly records: readonly (AnyRecord | null)[]
  /** Per record, in the same order, its `PackedRecord` as JSON. */
  readonly states: readonly string[]
}

export function packState({ fold, imports, positions, received, sent, trust, destruction }: StoreState): PackedState {
  const places = new Map<string, At>()
  for (const id of fold.known.keys()) places.set(id, places.size)
  const known = places.size
  const at = (id: string): At => {
    const place = places.get(id)
    if (place !== undefined) return place
    places.set(id, places.size)
    return places.size - 1
  }
  const records = [...fold.records.keys()].map((id) => readRecord(fold, id))
  const states = [...fold.records].map(([id, state], index) =>
    JSON.stringify(packRecord(id, state, records[index]?.f ?? {}, at)),
  )
  return {
    known,
    bare: [...fold.known].flatMap(([id, how]) => (how === 'bare' ? [at(id)] : [])),
    dropped: [...fold.dropped],
    erased: [...fold.erased].map(([record, classes]) => [record, [...classes]]),
    about: [...fold.about].map(([person, records]) => [person, [...records]]),
    aside: [...fold.aside],
    destruction,
    accepted: [...fold.accepted],
    imports,
    positions: [...positions],
    received: [...received],
    sent,
    trust,
    records,
    states,
    ids: [...places.keys()].join(' '),
  }
}

function packRecord(id: string, record: RecordState, f: AnyRecord['f'], at: (id: string) => At): PackedRecord {
  const fields = [...record.fields].map(([name, { heads, replaced }]): PackedField => {
    const shown = heads.size === 1 ? f[name] : undefined
    const packed = [...heads].map(([op, head]) => packHead(record.kind, name, at(op), head, shown))
    return replaced === null ? [name, packed] : [name, packed, [...replaced].map(at)]
  })
  const rules: PackedRules = {
    ...some(
      'levels',
      [...record.levels].map(([op, l]) => [at(op), l.level, l.over.map(at), l.consent] as const),
    ),
    ...some(
      'promises',
      [...record.promises].map(([op, p]) => [at(op), p.level, p.session, p.segment] as const),
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

function packHead(
  kind: string,
  field: string,
  at: At,
  { value, class: own, genesis }: FieldHead,
  shown: Value | undefined,
): PackedHead {
  const isUsual = own === classOfField(kind, field)
  if (!isUsual || genesis !== undefined) return [at, value, isUsual ? 0 : own, genesis ?? 0]
  return value === shown ? [at] : [at, value]
}

/** What a packed state holds, and what its records read as. */
export function unpackState(packed: PackedState): { state: StoreState; records: Map<string, AnyRecord> } {
  const ids = packed.ids.split(' ')
  const id = (at: At): string => ids[at] ?? ''
  const fold: FoldState = {
    known: new Map(),
    dropped: new Set(packed.dropped),
    erased: new Map((packed.erased ?? []).map(([record, classes]) => [record, new Map(classes)])),
    about: new Map((packed.about ?? []).map(([person, records]) => [person, new Set(records)])),
    aside: new Set(packed.aside),
    records: new Map(),
    accepted: new Set(packed.accepted),
    owned: null,
  }
  for (let at = 0; at < packed.known; at += 1) fold.known.set(id(at), 'full')
  for (const at of packed.bare) fold.known.set(id(at), 'bare')
  const records = new Map<string, AnyRecord>()
  packed.states.forEach((json, index) => {
    const record = packed.records[index] ?? null
    const state = new PackedRecordState(json, record, id)
    fold.records.set(record?.id ?? state.id, state)
    if (record !== null) records.set(record.id, record)
  })
  const { imports, positions, received = [], sent, trust = [], destruction = { drops: [], isPending: false } } = packed
  const counters = { positions: new Map(positions), received: new Map(received) }
  return { state: { fold, imports, ...counters, sent, trust, destruction, rests: null }, records }
}

/** A record's state, unpacked when something asks: most records of a large store are never written to again. */
class PackedRecordState implements RecordState {
  readonly #json: string
  readonly #f: AnyRecord['f']
  readonly #id: (at: At) => string
  #kind: string | null
  #packed: PackedRecord | null = null
  #fields: Map<string, FieldState> | null = null
  #rules: Pick<RecordState, 'levels' | 'promises' | 'deletions'> | null = null

  constructor(json: string, record: AnyRecord | null, id: (at: At) => string) {
    this.#json = json
    this.#f = record?.f ?? {}
    this.#kind = record?.kind ?? null
    this.#id = id
  }

  get #record(): PackedRecord {
    return (this.#packed ??= JSON.parse(this.#json) as PackedRecord)
  }

  get id(): string {
    return this.#record[0]
  }

  get kind(): string {
    return (this.#kind ??= this.#record[1])
  }

  set kind(kind: string) {
    this.#kind = kind
  }

  get fields(): Map<string, FieldState> {
    return (this.#fields ??= unpackFields(this.#record, this.#f, this.#id))
  }

  get levels(): RecordState['levels'] {
    return (this.#rules ??= unpackRules(this.#record, this.#id)).levels
  }

  get promises(): RecordState['promises'] {
    return (this.#rules ??= unpackRules(this.#record, this.#id)).promises
  }

  get deletions(): RecordState['deletions'] {
    return (this.#rules ??= unpackRules(this.#record, this.#id)).deletions
  }
}

function unpackFields(
  [, kind, packed]: PackedRecord,
  f: AnyRecord['f'],
  id: (at: At) => string,
): Map<string, FieldState> {
  const fields = new Map<string, FieldState>()
  for (const [name, heads, replaced] of packed) {
    const unpacked = new SmallMap<string, FieldHead>()
    for (const [at, value = f[name] ?? null, own = 0, genesis = 0] of heads) {
      const sensitivity = own === 0 ? (classOfField(kind, name) ?? 'c') : own
      unpacked.set(id(at), { value, class: sensitivity, ...(genesis === 0 ? {} : { genesis }) })
    }
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
    levels: smallMapOf(
      levels.map(([op, level, over, consent]): [string, LevelWriting] => [
        id(op),
        { level, over: over.map(id), consent },
      ]),
    ),
    promises: smallMapOf(
      promises.map(([op, level, session, segment = null]) => [id(op), { level, session, segment }] as const),
    ),
    deletions: smallMapOf(
      deletions.map(([op, seen]) => [
        id(op),
        Object.fromEntries(Object.entries(seen).map(([k, places]) => [k, places.map(id)])),
      ]),
    ),
  }
}
