import { join } from 'node:path'
import * as z from 'zod'
import type { FileLayer } from '../disk/file-layer.ts'
import { openFrames, sealFrame } from '../disk/sealed-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'
import type { StorePlace } from '../store/store-place.ts'

const protectionSchema = z.object({
  v: z.literal(1),
  /** The key, locked by the passphrase (age, base64). */
  passphrase: z.string(),
  /** The key, locked for the recovery key (age, base64). */
  recovery: z.string(),
  /** Known words under the key: whether a key is the right one. */
  proof: z.string(),
})
/** How the key of a store is wrapped; nothing of its content. */
export type Protection = z.infer<typeof protectionSchema>

export const PROTECTION = 'protection.json'
const PROVEN = 'rapporteur'

export const proofOf = (key: Uint8Array): string =>
  Buffer.from(sealFrame(new TextEncoder().encode(PROVEN), key)).toString('base64')

export const isKeyOf = ({ proof }: Protection, key: Uint8Array): boolean =>
  key.length === 32 && new TextDecoder().decode(openFrames(Buffer.from(proof, 'base64'), key)) === PROVEN

/** Null when the store lies in clear. It is kept beside the copies too: without it, all would be lost with the passphrase at hand. */
export async function readProtection(
  { folder, copies }: Pick<StorePlace, 'folder' | 'copies'>,
  layer: FileLayer,
): Promise<Protection | 'damaged' | null> {
  const found = await Promise.all([folder, copies].map((place) => layer.read(join(place, PROTECTION))))
  const good = found.map((bytes) => (bytes === null ? null : parsed(bytes))).find((protection) => protection !== null)
  return good ?? (found.some((bytes) => bytes !== null) ? 'damaged' : null)
}

export async function writeProtection(
  { folder, copies }: Pick<StorePlace, 'folder' | 'copies'>,
  protection: Protection,
  layer: FileLayer,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(protection))
  for (const place of [copies, folder]) {
    await layer.makeFolder(place)
    await replaceFile(layer, join(place, PROTECTION), bytes)
  }
}

function parsed(bytes: Uint8Array): Protection | null {
  try {
    return protectionSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}
