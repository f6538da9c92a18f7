import { clock, digest, randomBytes, self } from '#node/machine.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { shippedSample } from '#node/sample/sample-store.ts'
import { openStore } from '#node/store/consultation-store.ts'
import { storePlace, type StorePlace } from '#node/store/store-place.ts'
import type { StorePorts } from '#node/store/store-ports.ts'
import { OpenWorkspace } from '#node/workspace/open-workspace.ts'
import { SamplePlayer } from '#shared/process/play-sample.ts'
import { noteCommand } from './notes.ts'

export const storePorts: StorePorts = { clock, digest, randomBytes, self, layer: diskLayer }

export interface FilledStore {
  readonly place: StorePlace
  readonly workspace: OpenWorkspace
  /** Takes one more note and waits for the disk. */
  capture(number: number): Promise<void>
}

/** A store on the disk that holds many notes, still open. */
export async function filledStore(dataFolder: string, notes: number): Promise<FilledStore> {
  const { sample, template } = shippedSample()
  const player = new SamplePlayer(sample, template, 'bench', digest)
  player.playProgramme()
  const place = storePlace(dataFolder, player.consultation)
  const workspace = await openedStore(place)
  await workspace.begin({ type: 'batch', label: 'bench', operations: [...player.genesis, ...player.written] })
  const [session, axis] = [player.idOf('session.ecology'), player.idOf('axis.ecology')]
  const capture = async (number: number): Promise<void> => {
    const taken = await workspace.apply(noteCommand(session, axis, number))
    if (!taken.ok) throw new Error(taken.failure.type)
  }
  for (let number = 0; number < notes; number += 1) await capture(number)
  return { place, workspace, capture }
}

export async function openedStore(place: StorePlace): Promise<OpenWorkspace> {
  const store = await openStore(place, storePorts, { begin: true })
  if (!store.ok) throw new Error(store.failure.type)
  return new OpenWorkspace(store.value, storePorts)
}
