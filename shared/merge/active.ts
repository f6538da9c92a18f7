import { isRecordId } from '../kit/id.ts'
import type { Operation } from '../operation/operation.ts'

/** The ids of all the operations that one import contained, new or not. */
export interface Import {
  readonly operations: Iterable<string>
  readonly withdrawn: boolean
}

/**
 * The operations that count once some imports are withdrawn: one's own and all that they rest on, those of the other
 * imports, and templates'. What holds a record back (a level, a consent withdrawn) survives the import that brought it.
 */
export function activeOperations(
  all: Iterable<Operation>,
  imports: readonly Import[],
  own: ReadonlySet<string>,
  rests = new Rests(all),
): Set<string> {
  const operations = rests.operations
  const standing = new Set(own)
  for (const { operations: ids, withdrawn } of imports) if (!withdrawn) for (const id of ids) standing.add(id)
  const active = new Set([...standing].filter((id) => operations.has(id)))
  for (const [id, operation] of operations) if (operation.head.g !== undefined) active.add(id)
  for (const { id } of rests.need(own)) active.add(id)
  for (const [id, operation] of operations) if (holdsBack(operation)) active.add(id)
  return active
}

/** Whether an operation holds its record back: it does so whatever becomes of the import that brought it. */
export function holdsBack({ head, body, rules }: Operation): boolean {
  const set = body?.set ?? rules ?? {}
  return typeof set['level'] === 'number' || (head.t === 'consent' && set['withdrawn'] === true)
}

/**
 * What own writings rest on, transitively: what each replaces or has seen, and the first writings of the record it edits
 * and of those it names. Own writings are told as they come, so that the next one does not look through all the others.
 */
export class Rests {
  readonly operations = new Map<string, Operation>()
  /** By record and batch, the operations that replace nothing: one batch made the record as it began. */
  readonly #beginnings = new Map<string, Map<string, Beginning>>()
  readonly #needed = new Set<string>()
  readonly #reached = new Set<string>()

  constructor(all: Iterable<Operation>) {
    this.add(all)
  }

  /** Takes operations in that came later, from here or elsewhere. */
  add(operations: Iterable<Operation>): void {
    for (const operation of operations) {
      const { id, head } = operation
      const isNew = !this.operations.has(id)
      this.operations.set(id, operation)
      if (isNew && head.o === undefined && head.seen === undefined) this.#begin(operation)
    }
  }

  /** The operations that these own ones rest on and that none before them did, themselves included. */
  need(own: Iterable<string>): readonly Operation[] {
    const needed: Operation[] = []
    const next = [...own]
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      const operation = this.operations.get(id)
      if (operation === undefined || this.#needed.has(id)) continue
      this.#needed.add(id)
      needed.push(operation)
      next.push(...namedBy(operation))
      for (const record of recordsIn(operation)) {
        if (this.#reached.has(record)) continue
        this.#reached.add(record)
        next.push(...creationAmong([...(this.#beginnings.get(record)?.values() ?? [])]))
      }
    }
    return needed
  }

  #begin({ id, head, body, stamp }: Operation): void {
    const batches = this.#beginnings.get(head.r) ?? new Map<string, Beginning>()
    this.#beginnings.set(head.r, batches)
    const known = batches.get(stamp?.batch ?? '') ?? { at: stamp?.h ?? null, fields: 0, ids: [] }
    known.fields += Object.keys(body?.set ?? {}).length
    known.ids.push(id)
    batches.set(stamp?.batch ?? '', known)
  }
}

interface Beginning {
  /** Reading of the hybrid clock; null for operations without a stamp. */
  readonly at: string | null
  fields: number
  readonly ids: string[]
}

/**
 * A later batch may set fields that were empty, and replaces nothing either: the creation is the earliest. A clock that
 * was far ahead is not believed: what set the most is taken as well, and all that bears no stamp.
 */
function creationAmong(beginnings: readonly Beginning[]): readonly string[] {
  const readings = beginnings.flatMap(({ at }) => at ?? [])
  const earliest = readings.toSorted()[0]
  const most = Math.max(...beginnings.map(({ fields }) => fields))
  return beginnings.flatMap(({ at, fields, ids }) => (at === null || at === earliest || fields === most ? ids : []))
}

const namedBy = ({ head }: Operation): readonly string[] => [
  ...Object.values(head.o ?? {}).flat(),
  ...Object.values(head.seen ?? {}).flat(),
]

/** The record an operation edits, and those that its values and the members of its sets name. A pair holds no note. */
function recordsIn({ head, body }: Operation): readonly string[] {
  if (head.t === 'pair') return [head.r]
  const entries = Object.entries(body?.set ?? {})
  const named = [
    ...entries.map(([field]) => field.slice(field.indexOf(':') + 1)),
    ...entries.flatMap(([, value]) => value),
  ]
  return [head.r, ...named.filter((id): id is string => typeof id === 'string' && isRecordId(id))]
}
