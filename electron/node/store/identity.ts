import { join } from 'node:path'
import * as z from 'zod'
import { newId } from '#shared/kit/id.ts'
import type { Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'
import { fingerprintOf, newSigningKey } from '../trust/signing.ts'
import type { Self } from './lock.ts'

const identitySchema = z.object({
  v: z.literal(1),
  /** Fingerprint of the public key. */
  stream: z.string(),
  publicKey: z.string(),
  privateKey: z.string(),
  /** The person at this computer, as a random id. */
  by: z.string(),
  /** Where the stream was opened: a store carried to another computer opens a new one before it writes. */
  host: z.string(),
  /** Digest of the folder, for the same reason: a copy of the store is another store. */
  place: z.string().optional(),
})
export type Identity = z.infer<typeof identitySchema>

/**
 * The stream this store writes in on this computer. A new one is opened when there is none, when the store was copied or
 * carried here, and when `isNew`: something was lost, so that counters may have been used that the store knows nothing of.
 */
export async function readIdentity(
  folder: string,
  layer: FileLayer,
  { randomBytes, digest, self }: { randomBytes: RandomBytes; digest: Digest; self: Self },
  isNew = false,
): Promise<{ readonly identity: Identity; readonly isOnDisk: boolean }> {
  const bytes = await layer.read(join(folder, NAME))
  const known = bytes === null ? undefined : identitySchema.safeParse(parsed(new TextDecoder().decode(bytes))).data
  const place = digest(`${self.host}\n${folder}`)
  const isHere = known !== undefined && known.host === self.host && (known.place ?? place) === place
  if (isHere && !isNew) return { identity: known, isOnDisk: true }
  return { identity: openStream(known?.by ?? newId(randomBytes), self.host, place), isOnDisk: false }
}

export const writeIdentity = (folder: string, identity: Identity, layer: FileLayer): Promise<void> =>
  replaceFile(layer, join(folder, NAME), new TextEncoder().encode(JSON.stringify(identity)))

const NAME = 'identity.json'

function openStream(by: string, host: string, place: string): Identity {
  const key = newSigningKey()
  return { v: 1, stream: fingerprintOf(key.publicKey), ...key, by, host, place }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
