import { destroyWords } from '#node/erasure/destroy-words.ts'
import { drop, noteDestroyed, settle } from '#node/erasure/erase.ts'
import { listErasures, lookErasure } from '#node/erasure/look-erasure.ts'
import type { Command } from '#shared/edit/command.ts'
import { ok } from '#shared/kit/result.ts'
import { dropsOf, type Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { idOf, sha256 } from '../build/author.ts'
import { MARK } from '../build/erasure.ts'
import { aNote } from '../build/note.ts'
import { AXIS, SESSION } from './a-consultation.ts'
import { must, PLACE, type Installation } from './a-circle.ts'

/** Someone with words that stand for nobody else. */
export interface Subject {
  readonly person: string
  readonly speaker: string
  readonly words: readonly string[]
  readonly names: { readonly name: string; readonly givenName: string }
  readonly held: string
}

export function subjectOf(seed: number): Subject {
  const [name, givenName, held] = [`Canarinom${seed}q`, `Canariprenom${seed}q`, `Canarifonction${seed}q`]
  const email = `canaricourriel${seed}q`
  const names = { name, givenName }
  return {
    person: idOf(`person ${seed}`),
    speaker: idOf(`speaker ${seed}`),
    words: [name, givenName, held, email],
    names,
    held,
  }
}

export const introduced = ({ person, speaker, names, held }: Subject): Command => ({
  type: 'speaker.save',
  speaker,
  session: SESSION,
  person,
  ...names,
  organisation: null,
  newOrganisation: null,
  function: held,
  category: 'élu·e',
  gender: 'f',
  region: null,
  speaksFor: 'self',
  size: null,
  slot: 1,
})

export const said = (note: string, text: string, speaker: string | null = null, level?: number): Command =>
  aNote({ note, text, session: SESSION, axis: AXIS, speaker, ...(level === undefined ? {} : { level }) })

/** Corrects what a note says. */
export const textOf = (note: string, text: string) => ({
  type: 'notes.edit' as const,
  notes: [note],
  set: { text },
  addThemes: [],
  newThemes: [],
  removeThemes: [],
})

/** Removes someone, as the window asks: every text that names them loses the name. */
export async function removePerson({ open, disk }: Installation, person: string): Promise<void> {
  const { folder, copies, consultation } = PLACE
  const look = async (upTo: number, replaced: readonly string[] | null) =>
    must(await lookErasure({ folder, copies, consultation, upTo, person, replaced, mark: MARK }, disk, sha256))
  const { preview } = await look(open.store.place.count, null)
  const replaced = preview.named.map(({ record, field }) => `${record} ${field}`)
  must(await drop(open, async (upTo) => ok((await look(upTo, replaced)).plan)))
}

/** Agrees to what others have removed. */
export async function confirmDrops({ open, disk }: Installation): Promise<void> {
  const { folder, consultation } = PLACE
  must(
    await drop(open, async (upTo) => {
      return ok({ ...must(await listErasures({ folder, consultation, upTo }, disk, sha256)), restated: [] })
    }),
  )
}

/** Takes what is dropped off the disk, when something still is to be taken. */
export async function destroyHere({ open, disk }: Installation): Promise<void> {
  if (!open.store.state.destruction.isPending) return
  const { drops } = open.store.state.destruction
  const upToSegment = await settle(open)
  await destroyWords({ ...PLACE, drops, upToSegment }, disk, sha256, () => {})
  must(await noteDestroyed(open, drops))
}

/** What someone of the circle is sent now. */
export interface Sent {
  readonly operations: readonly Operation[]
  readonly drops: readonly Drop[]
}

export async function sentBy(one: Installation): Promise<Sent> {
  return { operations: await one.operations(), drops: dropsOf(one.open.store.state.fold) }
}
