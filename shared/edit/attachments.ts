import { fail, ok } from '../kit/result.ts'
import { isKind, type Attachment, type Records } from '../model/record.ts'
import { draft } from './draft.ts'
import type { CommandOf } from './command.ts'
import type { EditContext, EditResult } from './edit-context.ts'

/** A file of the store that is to hang on a note or on a session. No page says this: whoever has put the bytes does. */
export interface AddAttachment {
  readonly type: 'attachment.add'
  readonly attachment: string
  /** A note or a session. */
  readonly on: string
  readonly label: string
  readonly digest: string
  readonly media: string
  readonly bytes: number
  readonly fileName: string
}

/** What hangs on a note or a session, in the order it was added. */
export const attachmentsOn = (records: Records, holder: string): readonly Attachment[] =>
  [...records.values()]
    .filter((record): record is Attachment => isKind(record, 'attachment') && holderOf(record) === holder)
    .toSorted((a, b) => (a.f.order ?? 0) - (b.f.order ?? 0) || (a.id < b.id ? -1 : 1))

const holderOf = ({ f }: Attachment): string | undefined => f.note ?? f.session

/** What has no name of its own says nothing private. */
const named = (fileName: string) => (fileName === '' ? {} : { fileName })

export function addAttachment({ records }: EditContext, command: AddAttachment): EditResult {
  const { attachment, on, label, fileName, type: _, ...file } = command
  const holder = records.get(on)
  if (holder === undefined) return fail({ type: 'RecordNotFound', record: on })
  if (holder.kind !== 'note' && holder.kind !== 'session') return fail({ type: 'NotEditable', kind: holder.kind })
  // The same call twice adds one.
  if (records.has(attachment)) return ok([])
  const order = (attachmentsOn(records, on).at(-1)?.f.order ?? 0) + 1
  return ok([
    draft('attachment', attachment, { [holder.kind]: on, label: label.trim(), order, ...file, ...named(fileName) }),
  ])
}

export function describeAttachment({ records }: EditContext, command: CommandOf<'attachment.describe'>): EditResult {
  const record = records.get(command.attachment)
  if (record === undefined || !isKind(record, 'attachment')) {
    return fail({ type: 'RecordNotFound', record: command.attachment })
  }
  return ok([draft('attachment', record.id, { label: command.label.trim() })])
}
