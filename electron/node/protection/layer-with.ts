import { join } from 'node:path'
import type { StaysLocked } from '#shared/contract/backup-calls.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { isSealed, sealedLayer } from '../disk/sealed-layer.ts'
import { segmentNumber } from '../store/read-journal.ts'
import type { StorePlace } from '../store/store-place.ts'
import { readProtection } from './protection-file.ts'
import { unwrapKey } from './wrap-key.ts'

/** The disk as a store reads on it: as it is, when the store lies in clear or is unlocked already, else with a passphrase. */
export async function layerWith(
  { folder, copies }: Pick<StorePlace, 'folder' | 'copies'>,
  passphrase: string | null,
  layer: FileLayer,
): Promise<Result<FileLayer, StaysLocked>> {
  const protection = await readProtection({ folder, copies }, layer)
  if (protection === null || !(await isSealedOn(folder, layer))) return ok(layer)
  if (passphrase === null) return fail({ type: 'BackupLocked' })
  const key = protection === 'damaged' ? null : await unwrapKey({ protection, secret: passphrase })
  if (key === null) return fail({ type: 'WrongPassphrase' })
  return ok(sealedLayer(layer, () => [{ folders: [folder, copies], key }]))
}

/** Whether the journal reads as frames and not as what is in them. */
async function isSealedOn(folder: string, layer: FileLayer): Promise<boolean> {
  for (const name of await layer.list(folder)) {
    if (segmentNumber(name) === null) continue
    const bytes = await layer.read(join(folder, name))
    if (bytes !== null && isSealed(bytes)) return true
  }
  return false
}
