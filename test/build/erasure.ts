import type { Command } from '#shared/edit/command.ts'
import { findWords } from '#node/exchange/find-words.ts'
import { AXIS, create, PLACES, SESSION } from '../goals/a-consultation.ts'
import { startOn, USED } from '../goals/start-on.ts'
import { idOf } from './author.ts'
import { MemoryLayer } from './memory-layer.ts'
import { done, type NodeSide } from './node-side.ts'
import { aNote } from './note.ts'

/** Someone whom nobody shall find any more. */
export const PERSON = idOf('the person to remove')
export const SPEAKER = idOf('the speaker to remove')
export const CANARIES = ['CANARIS', 'Amaltée', 'amaltee@canari.example', 'Chancelière des Canaris'] as const
export const MARK = '[personne retirée]'

export const saveSpeaker = (more: Partial<Extract<Command, { type: 'speaker.save' }>> = {}): Command => ({
  type: 'speaker.save',
  speaker: SPEAKER,
  session: SESSION,
  person: PERSON,
  name: 'CANARIS',
  givenName: 'Amaltée',
  organisation: null,
  newOrganisation: null,
  function: 'Chancelière des Canaris',
  category: 'élu·e',
  gender: 'f',
  region: null,
  speaksFor: 'self',
  size: null,
  slot: 1,
  ...more,
})

const said = (key: string, text: string, speaker: string | null = null): Command =>
  aNote({ note: idOf(key), text, session: SESSION, axis: AXIS, speaker })

/** A program in whose store someone speaks, is spoken of, and was spoken of. */
export async function aPersonAmongOthers(disk = new MemoryLayer()): Promise<{ side: NodeSide; disk: MemoryLayer }> {
  for (const [path, bytes] of USED) disk.files.set(path, bytes)
  const side = await startOn(disk, 'erasing')
  done(await create(side))
  for (const place of PLACES) done(await side.client['edit.apply'](place))
  await run(side, saveSpeaker())
  await run(side, { type: 'record.save', kind: 'person', record: PERSON, set: { email: 'amaltee@canari.example' } })
  await run(side, said('hers', 'Des bornes-fontaines', SPEAKER))
  await run(side, said('of others', 'Une digue'))
  await run(side, said('about her', 'Comme Amaltée CANARIS l’a dit, il faut de l’eau'))
  await run(side, said('corrected', 'Mme Canaris s’y oppose'))
  await run(side, edit('corrected', 'On s’y oppose'))
  done(await side.client['draft.keep']({ key: 'note', text: 'Amaltée CANARIS ajoute' }))
  return { side, disk }
}

export const edit = (key: string, text: string): Command => ({
  type: 'notes.edit',
  notes: [idOf(key)],
  set: { text },
  addThemes: [],
  newThemes: [],
  removeThemes: [],
})

export const run = async ({ client }: NodeSide, command: Command): Promise<void> =>
  void done(await client['edit.apply'](command))

/** Removes the person, with every text that names them for sure. */
export async function erase(side: NodeSide, person = PERSON): Promise<void> {
  const { named } = done(await side.client['erasure.look']({ person, job: 'look' }))
  const replaced = named.map(({ record, field }) => `${record} ${field}`)
  done(await side.client['erasure.erase']({ person, replaced, mark: MARK, job: 'erase' }))
}

/** Files in which some words are found, with the words: what a program wrote, unpacked as far as it goes. */
export async function whereFound(
  disk: MemoryLayer,
  words: readonly string[] = CANARIES,
): Promise<readonly (readonly [file: string, words: readonly string[]])[]> {
  const found: (readonly [string, readonly string[]])[] = []
  for (const [path, bytes] of disk.files) {
    // Random bytes, kept for bad days.
    if (path.endsWith('/reserve')) continue
    const inside = [...(await findWords(bytes, words)), ...(await findWords(Buffer.from(path), words))]
    if (inside.length > 0) found.push([path, inside])
  }
  return found
}
