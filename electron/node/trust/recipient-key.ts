import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { isLocked, lockWithPassphrase, unlockWithPassphrase, WORK } from '../exchange/passphrase-lock.ts'

/** A pair of keys in age's own spelling: what is locked for the recipient opens with the identity. */
export interface RecipientKey {
  readonly recipient: string
  readonly identity: string
}

export async function newRecipientKey(): Promise<RecipientKey> {
  const identity = await generateX25519Identity()
  return { recipient: await identityToRecipient(identity), identity }
}

/** How a file is locked before it is handed over. */
export type Lock = { readonly recipient: string } | { readonly passphrase: string }

/** Locks bytes as an age file. Throws when the recipient is no key. */
export async function lockFor(bytes: Uint8Array, lock: Lock, work = WORK): Promise<Uint8Array> {
  if ('passphrase' in lock) return lockWithPassphrase(bytes, lock.passphrase, work)
  const encrypter = new Encrypter()
  encrypter.addRecipient(lock.recipient)
  return encrypter.encrypt(bytes)
}

/** What is at hand to open a locked file. */
export interface Unlock {
  readonly identities: readonly string[]
  readonly passphrase: string | null
}
export const NO_KEY: Unlock = { identities: [], passphrase: null }

export type StaysShut =
  /** Locked with a passphrase, and none was given. */
  | { readonly type: 'FileLocked' }
  | { readonly type: 'WrongPassphrase' }
  /** Locked for a key that is not here. */
  | { readonly type: 'NotForUs' }
  | { readonly type: 'Truncated' }

/** The bytes of a file that may be locked, by whatever of `unlock` opens it. */
export async function opened(bytes: Uint8Array, unlock: Unlock): Promise<Result<Uint8Array, StaysShut>> {
  if (!isLocked(bytes)) return ok(bytes)
  if (isLockedByPassphrase(bytes)) {
    return unlock.passphrase === null ? fail({ type: 'FileLocked' }) : unlockWithPassphrase(bytes, unlock.passphrase)
  }
  if (unlock.identities.length === 0) return fail({ type: 'NotForUs' })
  const decrypter = new Decrypter()
  for (const identity of unlock.identities) decrypter.addIdentity(identity)
  try {
    return ok(await decrypter.decrypt(bytes))
  } catch (error) {
    // The library tells its failures apart in words only.
    const isOthers = error instanceof Error && error.message.startsWith('no identity matched')
    return fail({ type: isOthers ? 'NotForUs' : 'Truncated' })
  }
}

/** The first stanza of the header says how the file was locked. */
const isLockedByPassphrase = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 100)).split('\n')[1]?.startsWith('-> scrypt ') === true
