import { templateNamed } from '#node/templates/templates.ts'
import type { Workspace } from '#shared/contract/replies.ts'
import type { CommandOf } from '#shared/edit/command.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { consultationIdOf } from '#shared/process/template-records.ts'
import { idOf, sha256 } from '../build/author.ts'
import { aNote } from '../build/note.ts'
import { done, type NodeSide } from '../build/node-side.ts'

/** As little as a note needs: a consultation made from nothing, with one axis and one session. */
export const AXIS = idOf('the axis')
export const SESSION = idOf('the session')
export const PLACES: readonly CommandOf<'record.save'>[] = [
  { type: 'record.save', kind: 'axis', record: AXIS, set: { label: 'Eau', order: 1 } },
  { type: 'record.save', kind: 'session', record: SESSION, set: { label: 'Plénière', scale: 'global', level: 1 } },
]

const ORDER = { template: 'blank', edition: 'goal' }
export const CONSULTATION = consultationIdOf(templateNamed(ORDER.template) ?? never(), ORDER.edition, sha256)
export const create = ({ client }: Pick<NodeSide, 'client'>) => client['consultation.create'](ORDER)

/** Opens the consultation; null when none was ever begun there. */
export async function openAgain(
  { client }: Pick<NodeSide, 'client'>,
  consultation = CONSULTATION,
): Promise<Workspace | null> {
  const opened = await client['consultation.open']({ consultation })
  if (!opened.ok && opened.failure.type === 'ConsultationNotFound') return null
  return done(opened)
}

export const capture = (note: string, text: string): CommandOf<'note.capture'> =>
  aNote({ note, text, session: SESSION, axis: AXIS })

export const correct = (note: string, text: string): CommandOf<'notes.edit'> => ({
  type: 'notes.edit',
  notes: [note],
  set: { text },
  addThemes: [],
  newThemes: [],
  removeThemes: [],
})

/** What each note and each place says, and each draft, by its id. */
export const textsOf = ({ records, drafts }: Pick<Workspace, 'records' | 'drafts'>): Map<string, string> =>
  new Map([
    ...records.filter(isOurs).map(({ id, f }) => [id, String(f['text'] ?? f['label'])] as const),
    ...drafts.map(({ key, text }) => [draftId(key), text] as const),
  ])

function never(): never {
  throw new Error('The template is not there')
}

const isOurs = ({ id, kind }: AnyRecord): boolean => kind === 'note' || id === AXIS || id === SESSION
export const draftId = (key: string): string => `draft ${key}`
