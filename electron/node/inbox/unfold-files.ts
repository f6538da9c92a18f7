import { lstat } from 'node:fs/promises'
import type { FolderWord, Unfolded } from '#shared/contract/inbox-calls.ts'
import type { Files } from '../ports.ts'
import { findBundles } from './find-bundles.ts'

/** Puts the files of folders in the place of the folders; what is a file stays as it is. */
export async function unfoldFiles(files: Files, tokens: readonly string[]): Promise<Unfolded> {
  const unfolded = await Promise.all(tokens.map((token) => unfold(files, token)))
  return { files: unfolded.flatMap((one) => one.files), told: unfolded.flatMap(({ told }) => told) }
}

async function unfold(files: Files, token: string): Promise<Unfolded> {
  const [path = '', name = ''] = [files.path(token), files.name(token)]
  const isFolder = await lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  // Whatever else it is, reading it says so.
  if (!isFolder) return { files: [{ token, name }], told: [] }
  try {
    const found = await findBundles(path)
    return { files: files.give(found.files), told: wordsOf(name, found) }
  } catch {
    return { files: [], told: [{ type: 'Unread', name }] }
  }
}

function wordsOf(name: string, { files, isCut, unread }: Awaited<ReturnType<typeof findBundles>>): FolderWord[] {
  const told: FolderWord[] = unread.map((folder) => ({ type: 'Unread', name: `${name}/${folder}` }))
  if (isCut) told.push({ type: 'Cut', name, taken: files.length })
  else if (files.length === 0 && unread.length === 0) told.push({ type: 'Empty', name })
  return told
}
