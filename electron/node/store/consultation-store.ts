import { join } from 'node:path'
import type { Digest, RandomBytes } from '#shared/kit/ports.ts'
import { ok, type Result } from '#shared/kit/result.ts'
import type { Entry } from './entry.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { readIdentity, type Identity } from './identity.ts'
import { JournalWriter, readJournal, type JournalDamaged } from './journal.ts'
import { stateOf, type StoreState } from './store-state.ts'

export interface StorePorts {
  readonly layer: FileLayer
  readonly digest: Digest
  readonly randomBytes: RandomBytes
}

/** A consultation's store while it is open: everything is in the journal before anyone is told that it is saved. */
export interface ConsultationStore {
  readonly folder: string
  readonly consultation: string
  readonly identity: Identity
  readonly entries: Entry[]
  state: StoreState
  append(entry: Entry): Promise<void>
  close(): Promise<void>
}

export const storesFolder = (dataFolder: string): string => join(dataFolder, 'consultations')
export const storeFolder = (dataFolder: string, consultation: string): string =>
  join(storesFolder(dataFolder), consultation)

/** Opens a store, or begins one when its folder is empty. Damage is reported and nothing is written over it. */
export async function openStore(
  folder: string,
  consultation: string,
  { layer, digest, randomBytes }: StorePorts,
): Promise<Result<ConsultationStore, JournalDamaged>> {
  await layer.makeFolder(folder)
  const content = await readJournal(folder, consultation, layer, digest)
  if (!content.ok) return content
  const identity = await readIdentity(folder, layer, randomBytes)
  const writer = new JournalWriter(folder, consultation, content.value, layer, digest)
  const entries = [...content.value.entries]
  return ok({
    folder,
    consultation,
    identity,
    entries,
    state: stateOf(entries),
    append: async (entry) => {
      await writer.append(entry)
      entries.push(entry)
    },
    close: () => writer.close(),
  })
}
