import { operationIds, type Entry, type EntryOf, type PointReason } from '../store/entry.ts'

/** Records from which a command is a bulk change, before which one may want to come back. */
const BULK_RECORDS = 10

/** Why a state must be kept to come back to before an entry; null when nothing asks for it. */
export function pointBefore(
  entry: Entry,
  isNewDay: boolean,
): { readonly reason: PointReason; readonly label: string } | null {
  switch (entry.type) {
    case 'point':
    case 'sent':
    case 'key':
    case 'sender':
    case 'accept':
    case 'take':
    case 'drop':
    case 'destroyed':
      return null
    case 'import':
      return { reason: 'merge', label: '' }
    case 'withdraw':
    case 'restore':
      return { reason: 'merge', label: `import.${entry.type}` }
    case 'together':
      // What goes back says so itself.
      return entry.entries[0]?.type === 'point' ? null : { reason: 'bulk', label: entry.label }
    case 'batch':
      if (isBulk(entry)) return { reason: 'bulk', label: entry.label }
      return isNewDay ? { reason: 'day', label: '' } : null
  }
}

/** Commands that one may want to come back from, however few records they touch. */
const BULK: ReadonlySet<string> = new Set([
  'table.import',
  'form.import',
  'participants.import',
  'programme.create',
  'conflicts.settle',
])

const isBulk = ({ label, operations }: EntryOf<'batch'>): boolean =>
  BULK.has(label) || new Set(operations.map(({ head }) => head.r)).size >= BULK_RECORDS

/** Whether an entry changes what the journal says. */
export const isWriting = (entry: Entry): boolean =>
  entry.type === 'together' ||
  entry.type === 'withdraw' ||
  entry.type === 'restore' ||
  entry.type === 'take' ||
  entry.type === 'drop' ||
  operationIds(entry).length > 0
