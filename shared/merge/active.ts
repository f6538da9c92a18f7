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
): Set<string> {
  const operations = new Map([...all].map((operation) => [operation.id, operation]))
  const standing = new Set(own)
  for (const { operations: ids, withdrawn } of imports) if (!withdrawn) for (const id of ids) standing.add(id)
  const active = new Set([...standing].filter((id) => operations.has(id)))
  for (const [id, operation] of operations) if (operation.head.g !== undefined) active.add(id)
  for (const id of restsOf(own, operations)) active.add(id)
  for (const [id, operation] of operations) if (holdsBack(operation)) active.add(id)
  return active
}

/** Whether an operation holds its record back: it does so whatever becomes of the import that brought it. */
export function holdsBack({ head, body }: Operation): boolean {
  if (body === undefined) return false
  return typeof body.set['level'] === 'number' || (head.t === 'consent' && body.set['withdrawn'] === true)
}

/** Transitively: what each replaces or has seen, and the first writings of the record it edits and of those it names. */
export function restsOf(own: ReadonlySet<string>, operations: ReadonlyMap<string, Operation>): ReadonlySet<string> {
  const creations = creationsByRecord(operations.values())
  const needed = new Set(own)
  const reached = new Set<string>()
  // A set visits what is added to it on the way.
  for (const id of needed) {
    const operation = operations.get(id)
    if (operation === undefined) continue
    for (const other of namedBy(operation)) needed.add(other)
    for (const record of recordsIn(operation)) {
      if (reached.has(record)) continue
      reached.add(record)
      for (const creation of creations.get(record) ?? []) needed.add(creation)
    }
  }
  return new Set([...needed].filter((id) => operations.has(id)))
}

/** The operations that replace nothing: together they make the record as it began. */
function creationsByRecord(operations: Iterable<Operation>): ReadonlyMap<string, readonly string[]> {
  const creations = new Map<string, string[]>()
  for (const { id, head } of operations) {
    if (head.o !== undefined || head.seen !== undefined) continue
    const known = creations.get(head.r)
    if (known === undefined) creations.set(head.r, [id])
    else known.push(id)
  }
  return creations
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
