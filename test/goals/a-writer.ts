import { writeSync } from 'node:fs'
import type { ReadOnly } from '#shared/contract/opening.ts'
import type { Workspace } from '#shared/contract/replies.ts'
import type { CommandOf } from '#shared/edit/command.ts'
import { newId } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import type { Chance } from '../build/chance.ts'
import { done, type NodeSide } from '../build/node-side.ts'
import { capture, correct, draftId, textsOf } from './a-consultation.ts'

export const TEMPLATE = '001'

/** What a program tells the one that started it, a line each: what it found, then what it asks and what was saved. */
export type News =
  | { readonly type: 'opened'; readonly texts: readonly Text[]; readonly readOnly: ReadOnly['type'] | null }
  | { readonly type: 'asked' | 'saved'; readonly id: string; readonly text: string }
  | { readonly type: 'refused'; readonly failure: string }
type Text = readonly [id: string, text: string]

/** Written at once: what is told must have left when the program is killed. */
export const tell = (news: News): void => void writeSync(1, `${JSON.stringify(news)}\n`)

export const tellOpened = (workspace: Workspace): void =>
  tell({ type: 'opened', texts: [...textsOf(workspace)], readOnly: workspace.readOnly?.type ?? null })

const first = ({ records }: Workspace, kind: string): string => records.find((record) => record.kind === kind)?.id ?? ''

const captureIn = (workspace: Workspace, note: string, text: string): CommandOf<'note.capture'> => ({
  ...capture(note, text),
  session: first(workspace, 'session'),
  axis: first(workspace, 'axis'),
})

/** Takes notes, corrects them and types drafts without end, as fast as the disk answers, telling each step. */
export async function writeForEver(
  { client }: NodeSide,
  workspace: Workspace,
  chance: Chance,
  name: string,
): Promise<void> {
  const written = workspace.records.flatMap(({ id, kind }) => (kind === 'note' ? [id] : []))
  for (let count = 0; ; count += 1) {
    const text = `${name} ${count}${' Les nappes ne suffisent plus.'.repeat(1 + chance.below(20))}`
    const isDraft = chance.in100(25)
    const isNew = written.length === 0 || chance.in100(60)
    const id = isDraft ? draftId('note') : isNew ? newId(randomBytes) : chance.one(written)
    tell({ type: 'asked', id, text })
    if (isDraft) done(await client['draft.keep']({ key: 'note', text }))
    else done(await client['edit.apply'](isNew ? captureIn(workspace, id, text) : correct(id, text)))
    tell({ type: 'saved', id, text })
    if (isNew && !isDraft) written.push(id)
  }
}
