import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { lockWithPassphrase, unlockWithPassphrase, WORK } from '../exchange/passphrase-lock.ts'
import { isKeyOf, proofOf, type Protection } from './protection-file.ts'

const PREFIX = 'AGE-SECRET-KEY-1'

/** A recovery key as it may have been copied by hand: small letters, spaces and line ends change nothing. */
export const tidyRecoveryKey = (text: string): string => text.replace(/\s+/gu, '').toUpperCase()

export interface NewProtection {
  readonly protection: Protection
  readonly key: Uint8Array
  /** Shown once and kept nowhere. */
  readonly recoveryKey: string
}

/** Wraps a key twice, each wrapping enough by itself: by the passphrase, and for a recovery key made here. */
export async function wrapKey(
  { key, passphrase }: { readonly key: Uint8Array; readonly passphrase: string },
  work = WORK,
): Promise<NewProtection> {
  const recoveryKey = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(recoveryKey))
  const protection = {
    v: 1 as const,
    passphrase: toBase64(await lockWithPassphrase(key, passphrase, work)),
    recovery: toBase64(await encrypter.encrypt(key)),
    proof: proofOf(key),
  }
  return { protection, key, recoveryKey }
}

/** The same protection under another passphrase; the recovery key stays what it was. */
export async function rewrapKey(
  {
    protection,
    key,
    passphrase,
  }: { readonly protection: Protection; readonly key: Uint8Array; readonly passphrase: string },
  work = WORK,
): Promise<Protection> {
  return { ...protection, passphrase: toBase64(await lockWithPassphrase(key, passphrase, work)) }
}

/** The key, from the passphrase or the recovery key; null when it is neither. */
export async function unwrapKey({
  protection,
  secret,
}: {
  readonly protection: Protection
  readonly secret: string
}): Promise<Uint8Array | null> {
  const recoveryKey = tidyRecoveryKey(secret)
  const key = recoveryKey.startsWith(PREFIX)
    ? await withRecoveryKey(protection, recoveryKey)
    : await withPassphrase(protection, secret)
  return key !== null && isKeyOf(protection, key) ? key : null
}

async function withPassphrase({ passphrase }: Protection, secret: string): Promise<Uint8Array | null> {
  const opened = await unlockWithPassphrase(Buffer.from(passphrase, 'base64'), secret)
  return opened.ok ? opened.value : null
}

async function withRecoveryKey({ recovery }: Protection, recoveryKey: string): Promise<Uint8Array | null> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(recoveryKey)
    return await decrypter.decrypt(Buffer.from(recovery, 'base64'))
  } catch {
    // Mistyped, or of another store: the library throws for both.
    return null
  }
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
