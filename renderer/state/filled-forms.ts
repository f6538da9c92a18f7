import { create } from 'zustand'
import { client } from '../api/client.ts'
import type { OutsideFile } from './outside-files.ts'

/** Forms that someone filled in and that wait to be looked at, one after the other. */
export const useFilledForms = create<{ readonly files: readonly OutsideFile[] }>()(() => ({ files: [] }))

export const leaveForm = (): void => useFilledForms.setState(({ files }) => ({ files: files.slice(1) }))

/** What is known of a file only once its mark was read. */
const MARKED: ReadonlySet<unknown> = new Set(['TooNew', 'OtherProcess', 'NotesMissing'])

async function isForm({ token, name }: OutsideFile): Promise<boolean> {
  if (!/\.(docx|xlsx)$/i.test(name)) return false
  const read = await client['form.preview']({ file: token })
  return read.ok || ('reason' in read.failure && MARKED.has(read.failure.reason))
}

/** Takes the forms among files, by their marks, and shows them; gives back the others. */
export async function takeForms<F extends OutsideFile>(files: readonly F[]): Promise<readonly F[]> {
  const others: F[] = []
  const forms: F[] = []
  for (const file of files) ((await isForm(file)) ? forms : others).push(file)
  if (forms.length > 0) useFilledForms.setState((known) => ({ files: [...known.files, ...forms] }))
  return others
}
