import { assertNever, fail, ok, type Result } from '../kit/result.ts'
import { fieldOfKind, classOfField } from '../model/fields.ts'
import type { AnyRecord } from '../model/record.ts'
import type { Values } from '../operation/operation.ts'
import { addAttachment, describeAttachment, type AddAttachment } from './attachments.ts'
import type { Command, CommandOf, EditFailure } from './command.ts'
import { joinNotes, splitNote } from './cut-notes.ts'
import { draft, type Writing } from './draft.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { captureNote, editNotes } from './edit-notes.ts'
import { loosenLevel, tightenLevel } from './edit-levels.ts'
import { addUnidentified, identifySpeaker, saveSpeaker } from './edit-speakers.ts'
import { goToSlot } from './go-to-slot.ts'
import { judgePairs } from './judge-pairs.ts'
import { joinRecords, keepApart } from './join-records.ts'
import { reattribute } from './reattribute.ts'
import { holdSegment } from './segments.ts'

/** What a command writes, or why it cannot be done. Nothing is written when it fails. */
export function applyCommand(context: EditContext, command: Command | AddAttachment): EditResult {
  const writings = writingsOf(context, command)
  // A second kind for a record would make it unreadable.
  const other = writings.ok
    ? writings.value.find(({ record, kind }) => isOfAnotherKind(context, record, kind))
    : undefined
  return other === undefined ? writings : fail({ type: 'NotEditable', kind: other.kind })
}

const isOfAnotherKind = ({ records }: EditContext, id: string, kind: string): boolean =>
  (records.get(id)?.kind ?? kind) !== kind

function writingsOf(context: EditContext, command: Command | AddAttachment): EditResult {
  switch (command.type) {
    case 'note.capture':
      return captureNote(context, command)
    case 'notes.edit':
      return editNotes(context, command)
    case 'notes.remove':
      return ok(removeNotes(context, command))
    case 'attachment.add':
      return addAttachment(context, command)
    case 'attachment.describe':
      return describeAttachment(context, command)
    case 'attachment.remove':
      return ok(removal(context, 'attachment', command.attachment))
    case 'level.tighten':
      return tightenLevel(context, command)
    case 'level.loosen':
      return loosenLevel(context, command)
    case 'consent.withdraw':
      return context.records.has(command.consent)
        ? ok([draft('consent', command.consent, { withdrawn: true })])
        : fail({ type: 'RecordNotFound', record: command.consent })
    case 'speaker.save':
      return ok(saveSpeaker(context, command))
    case 'record.save':
      return saveRecord(context, command)
    case 'record.remove':
      return removeRecord(context, command)
    case 'slot.go':
      return goToSlot(context, command)
    case 'pairs.judge':
      return judgePairs(context, command)
    case 'conflict.settle':
      return settleConflict(context, command)
    case 'conflicts.settle':
      return settleConflicts(context, command)
    case 'kept.settle':
      return settleKept(context, command)
    case 'records.join':
      return joinRecords(context, command)
    case 'records.keepApart':
      return keepApart(context, command)
    case 'speaker.unidentified':
      return addUnidentified(context, command)
    case 'speaker.identify':
      return identifySpeaker(context, command)
    case 'notes.reattribute':
      return reattribute(context, command)
    case 'segment.hold':
      return holdSegment(context, command)
    case 'note.split':
      return splitNote(context, command)
    case 'notes.join':
      return joinNotes(context, command)
    default:
      return assertNever(command)
  }
}

/** Kinds with rules of their own: the generic command would go around them. */
const GUARDED = new Set(['note', 'voice', 'speaker', 'consent', 'pair', 'attachment'])

function saveRecord({ records }: EditContext, { kind, record, set }: CommandOf<'record.save'>): EditResult {
  if (GUARDED.has(kind)) return fail({ type: 'NotEditable', kind })
  const checked = checkValues(records.get(record), kind, set)
  return checked.ok ? ok([draft(kind, record, set)]) : checked
}

/** What others are held by, or speak through, is not put away. */
export const LASTING: ReadonlySet<string> = new Set(['consultation', 'consent', 'voice', 'segment'])

const removeRecord = (context: EditContext, { kind, record }: CommandOf<'record.remove'>): EditResult =>
  LASTING.has(kind) ? fail({ type: 'NotEditable', kind }) : ok(removal(context, kind, record))

/** Nothing when the record is not there, or not any more. */
const removal = ({ records }: EditContext, kind: string, record: string): readonly Writing[] =>
  records.has(record) ? [{ record, kind, remove: true }] : []

/** What hangs on a note goes with it, and comes back with it. */
function removeNotes(context: EditContext, { notes }: CommandOf<'notes.remove'>): readonly Writing[] {
  const gone = new Set(notes)
  const hanging = [...context.records.values()].filter(
    ({ kind, f }) => kind === 'attachment' && gone.has(String(f['note'])),
  )
  return [
    ...notes.flatMap((note) => removal(context, 'note', note)),
    ...hanging.flatMap(({ id }) => removal(context, 'attachment', id)),
  ]
}

function checkValues(record: AnyRecord | undefined, kind: string, set: Values): Result<null, EditFailure> {
  const [now, level] = [record?.f['level'], set['level']]
  // A looser level needs a consent, which has a command of its own.
  if (record !== undefined && typeof now === 'number' && level !== undefined && Number(level) < now) {
    return fail({ type: 'LooserThanNow', record: record.id, level: Number(level) })
  }
  for (const [field, value] of Object.entries(set)) {
    if (classOfField(kind, field) === undefined) return fail({ type: 'UnknownField', kind, field })
    const known = fieldOfKind(kind, field)
    if (value !== null && known !== undefined && !known.type.safeParse(value).success) {
      return fail({ type: 'InvalidValue', kind, field })
    }
  }
  return ok(null)
}

type Choice = Pick<CommandOf<'conflict.settle'>, 'record' | 'field' | 'value'>

function settleConflict({ records }: EditContext, { record: id, field, value }: Choice): EditResult {
  const record = records.get(id)
  if (record === undefined) return fail({ type: 'RecordNotFound', record: id })
  const isThere = record.conflicts?.[field]?.includes(value) === true
  if (record.kind === 'note' && field === 'text' && !isThere && String(value ?? '').trim() === '')
    return fail({ type: 'TextIsBlank' })
  const checked = checkValues(record, record.kind, { [field]: value })
  return checked.ok ? ok([draft(record.kind, id, { [field]: value })]) : checked
}

function settleConflicts(context: EditContext, { choices }: CommandOf<'conflicts.settle'>): EditResult {
  const writings: Writing[] = []
  for (const choice of choices) {
    if (!context.records.has(choice.record)) continue
    const settled = settleConflict(context, choice)
    if (!settled.ok) return settled
    writings.push(...settled.value)
  }
  return ok(writings)
}

/** Kept: the deletion is taken back. Else it is done again by someone who has read everything. */
function settleKept(context: EditContext, { records, keep }: CommandOf<'kept.settle'>): EditResult {
  const found = records.flatMap((id) => context.records.get(id) ?? [])
  const lasting = keep ? undefined : found.find(({ kind }) => LASTING.has(kind))
  if (lasting !== undefined) return fail({ type: 'NotEditable', kind: lasting.kind })
  return ok(found.flatMap(({ kind, id }) => (keep ? [draft(kind, id, { deleted: null })] : removal(context, kind, id))))
}
