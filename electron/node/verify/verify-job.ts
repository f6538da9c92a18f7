import type { StaysLocked } from '#shared/contract/backup-calls.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Digest } from '#shared/kit/ports.ts'
import type { Verification } from '#shared/verify/verification.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import type { FileFailure } from '../exchange/read-bundle.ts'
import { layerWith } from '../protection/layer-with.ts'
import { verifyFile } from './verify-file.ts'
import { placeOf, verifyStore } from './verify-store.ts'

export interface VerifyOrder {
  /** A store's folder, or a file. */
  readonly path: string
  readonly passphrase: string | null
  /** The program that asks has this store open. */
  readonly isOpenHere: boolean
}

export type NotVerified = FileFailure | StaysLocked | { readonly type: 'NotAStore' }

/** Verifies a store or a file, whichever lies there. */
export async function verifyPath(
  { path, passphrase, isOpenHere }: VerifyOrder,
  onShare: (share: number) => void,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<Verification, NotVerified>> {
  try {
    const bytes = await readIfFile(path, layer)
    if (bytes !== null) return await verifyFile(bytes, passphrase, digest)
    const place = await placeOf(path, layer, digest)
    if (place !== null) {
      const open = await layerWith(place, passphrase, layer)
      return open.ok ? ok(await verifyStore(place, isOpenHere, { layer: open.value, digest, onShare })) : open
    }
    const isThere = (await layer.list(path)).length > 0
    return fail(isThere ? { type: 'NotAStore' } : { type: 'FileUnreadable', code: 'ENOENT' })
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: codeOf(error) })
  }
}

/** Null for a folder. */
export async function readIfFile(path: string, layer: FileLayer): Promise<Uint8Array | null> {
  try {
    return await layer.read(path)
  } catch (error) {
    if (codeOf(error) === 'EISDIR') return null
    throw error
  }
}
