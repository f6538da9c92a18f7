import { createHash, generateKeyPairSync } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { newId } from '#shared/kit/id.ts'
import type { RandomBytes } from '#shared/kit/ports.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'

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
})
export type Identity = z.infer<typeof identitySchema>

/** The stream this store writes in on this computer, opened when there is none. */
export async function readIdentity(folder: string, layer: FileLayer, random: RandomBytes): Promise<Identity> {
  const path = join(folder, 'identity.json')
  const bytes = await layer.read(path)
  const known = bytes === null ? undefined : identitySchema.safeParse(parsed(new TextDecoder().decode(bytes))).data
  if (known !== undefined && known.host === hostname()) return known
  const identity = openStream(known?.by ?? newId(random))
  await replaceFile(layer, path, new TextEncoder().encode(JSON.stringify(identity)))
  return identity
}

function openStream(by: string): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return {
    v: 1,
    stream: createHash('sha256').update(spki).digest('base64url'),
    publicKey: spki.toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
    by,
    host: hostname(),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
