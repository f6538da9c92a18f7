import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import * as z from 'zod'
import { parsed } from '#shared/kit/parsed.ts'

/** An Ed25519 pair: SPKI and PKCS #8, base64url. */
export interface SigningKey {
  readonly publicKey: string
  readonly privateKey: string
}

export function newSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }
}

/** SHA-256 of a public key: the name under which whoever has it is known. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url')

const signatureSchema = z.object({ v: z.literal(1), key: z.string().max(200), sig: z.string().max(200) })

/** So that what is signed here can be taken for nothing else that the same key signs. */
const signed = (manifest: string): Buffer => Buffer.from(`rapporteur bundle ${manifest}`)

/** `signature.json` for the digest of a manifest, which names the digests of the other parts. */
export function signatureOf(manifest: string, { publicKey, privateKey }: SigningKey): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), type: 'pkcs8', format: 'der' })
  const sig = sign(null, signed(manifest), key).toString('base64url')
  return `${JSON.stringify({ v: 1, key: publicKey, sig })}\n`
}

/** The fingerprint of the key that signed the digest of a manifest; null when the signature is not of it. */
export function signerOf(text: string, manifest: string): string | null {
  const signature = signatureSchema.safeParse(parsed(text)).data
  if (signature === undefined) return null
  try {
    const spki = Buffer.from(signature.key, 'base64url')
    const key = createPublicKey({ key: spki, type: 'spki', format: 'der' })
    // Another spelling of the same key would be another fingerprint for it.
    const isPlain = spki.equals(key.export({ type: 'spki', format: 'der' }))
    if (key.asymmetricKeyType !== 'ed25519' || !isPlain) return null
    return verify(null, signed(manifest), key, Buffer.from(signature.sig, 'base64url'))
      ? fingerprintOf(signature.key)
      : null
  } catch {
    // What is no key at all.
    return null
  }
}
