import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { randomBytes } from '#node/machine.ts'
import { newId } from '#shared/kit/id.ts'
import { placesIn } from '../build/note.ts'
import { done, nodeSide } from '../build/node-side.ts'
import { noteCommand } from './notes.ts'

const id = (): string => newId(randomBytes)
const SPEAKERS = 9

/** The disk without its flushes: what is made here may be lost, and is made again. */
const quick: FileLayer = {
  ...diskLayer,
  open: async (path, how) => ({ ...(await diskLayer.open(path, how)), sync: async () => {} }),
  syncFolder: async () => {},
}

/** A data folder of the program with one session of nine speakers and so many cards, in four scripts. */
export async function fullSession(folder: string, cards: number): Promise<void> {
  const { client, composed } = await nodeSide(folder, quick)
  done(await client['settings.save']({ language: 'fr', role: 'section' }))
  const { records } = done(await client['consultation.create']({ template: '001' }))
  const { session, axis } = placesIn(records)
  const region = records.find(({ kind }) => kind === 'region')?.id ?? null
  const dock = Array.from({ length: SPEAKERS }, id)
  for (const [at, speaker] of dock.entries()) {
    const who = { speaker, session, person: id(), givenName: 'Nour', name: `Nom-${at + 1}`, region, slot: at + 1 }
    const rest = { organisation: null, newOrganisation: null, category: null, gender: null, size: null } as const
    const saved = { type: 'speaker.save', ...who, ...rest, function: 'maire', speaksFor: 'self' } as const
    done(await client['edit.apply'](saved))
  }
  for (let card = 0; card < cards; card += 1) {
    done(await client['edit.apply'](noteCommand(session, axis, card, dock[card % SPEAKERS])))
  }
  await composed.close()
}
