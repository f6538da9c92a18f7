import { writeSync } from 'node:fs'
import type { Workspace } from '#shared/contract/replies.ts'
import type { CommandOf } from '#shared/edit/command.ts'
import { newId } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import type { Chance } from '../build/chance.ts'
import { done, type NodeSide } from '../build/node-side.ts'

export const TEMPLATE = '001'

/** What a program tells the one that started it, a line each: what it found, then what it asks and what was saved. */
export type News =
  | { readonly type: 'opened'; readonly notes: Texts; readonly drafts: Texts; readonly readOnly: string | null }
  | { readonly type: 'asked' | 'saved'; readonly what: 'note' | 'draft'; readonly id: string; readonly text: string }
  | { readonly type: 'refused'; readonly failure: string }
export type Texts = readonly (readonly [id: string, text: string])[]

/** Written at once: what is told must have left when the program is killed. */
export const tell = (news: News): void => void writeSync(1, `${JSON.stringify(news)}\n`)

export const notesOf = ({ records }: Pick<Workspace, 'records'>): Map<string, string> =>
  new Map(records.flatMap(({ id, kind, f }) => (kind === 'note' ? [[id, String(f['text'])] as const] : [])))

export function tellOpened(workspace: Workspace): void {
  const drafts = workspace.drafts.map(({ key, text }) => [key, text] as const)
  tell({ type: 'opened', notes: [...notesOf(workspace)], drafts, readOnly: workspace.readOnly?.type ?? null })
}

const first = ({ records }: Workspace, kind: string): string => records.find((record) => record.kind === kind)?.id ?? ''

export const captureIn = (workspace: Workspace, note: string, text: string): CommandOf<'note.capture'> => ({
  type: 'note.capture',
  note,
  text,
  lang: 'fr',
  session: first(workspace, 'session'),
  axis: first(workspace, 'axis'),
  speaker: null,
  noteKind: 'observation',
  stance: null,
  scope: 'undecided',
  themes: [],
  newThemes: [],
  at: 1_767_600_000_000,
})

export const textEdit = (note: string, text: string): CommandOf<'notes.edit'> => ({
  type: 'notes.edit',
  notes: [note],
  set: { text },
  addThemes: [],
  newThemes: [],
  removeThemes: [],
})

/** Takes notes, corrects them and types drafts without end, as fast as the disk answers, telling each step. */
export async function writeForEver(
  { client }: NodeSide,
  workspace: Workspace,
  chance: Chance,
  name: string,
): Promise<void> {
  const written: string[] = [...notesOf(workspace).keys()]
  for (let count = 0; ; count += 1) {
    const text = `${name} ${count}${' Les nappes ne suffisent plus.'.repeat(1 + chance.below(20))}`
    if (chance.in100(25)) {
      tell({ type: 'asked', what: 'draft', id: 'note', text })
      done(await client['draft.keep']({ key: 'note', text }))
      tell({ type: 'saved', what: 'draft', id: 'note', text })
      continue
    }
    const isNew = written.length === 0 || chance.in100(60)
    const id = isNew ? newId(randomBytes) : chance.one(written)
    tell({ type: 'asked', what: 'note', id, text })
    done(await client['edit.apply'](isNew ? captureIn(workspace, id, text) : textEdit(id, text)))
    tell({ type: 'saved', what: 'note', id, text })
    written.push(id)
  }
}
