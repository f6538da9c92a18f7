import type { Operation } from '#shared/operation/operation.ts'
import { entrySchema, withOperations, type Entry } from '../store/entry.ts'

/** Names of the parts of a backup: those of a bundle, and the journal. */
export const BACKUP_PARTS = { manifest: 'manifest.json', operations: 'ops.ndjson', journal: 'journal.ndjson' } as const

/** An operation in an entry's line: its id, and which parts this entry did not have of what the backup holds of it. */
type Reference = string | { readonly id: string; readonly without: readonly ('body' | 'stamp')[] }

export type Known = ReadonlyMap<string, Operation>

/** An entry of the journal with its operations named: they lie once in a part of their own. */
export const lineOfEntry = (entry: Entry, known: Known): string =>
  JSON.stringify(withOperations(entry, (operation) => referenceTo(operation as Operation, known)))

/** The entry of a line, null when it is not one or names what the backup does not hold. */
export function entryOfLine(line: string, known: Known): Entry | null {
  try {
    const found = withOperations(JSON.parse(line), (reference) => operationOf(reference as Reference, known))
    return entrySchema.safeParse(found).data ?? null
  } catch {
    return null
  }
}

function referenceTo(operation: Operation, known: Known): Reference {
  const whole = known.get(operation.id)
  const without = (['body', 'stamp'] as const).filter((part) => whole?.[part] !== undefined && !operation[part])
  return without.length === 0 ? operation.id : { id: operation.id, without }
}

function operationOf(reference: Reference, known: Known): Operation {
  const { id, without } = typeof reference === 'string' ? { id: reference, without: [] } : reference
  const whole = known.get(id)
  if (whole === undefined) throw new Error(`No operation ${id}`)
  return Object.fromEntries(
    Object.entries(whole).filter(([part]) => !(without as readonly string[]).includes(part)),
  ) as unknown as Operation
}
