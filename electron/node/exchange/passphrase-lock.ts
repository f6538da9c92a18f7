import { Decrypter, Encrypter } from 'age-encryption'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { tidyPassphrase } from '#shared/exchange/passphrase.ts'

/** Base-2 logarithm of the work of one guess (scrypt): two seconds on an ordinary computer, and 256 MB. */
export const WORK = 18

const HEAD = 'age-encryption.org/v1\n'

/** Whether a file is locked, which its first bytes say. */
export const isLocked = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, HEAD.length)) === HEAD

/** Locks bytes as an age file, which any age program opens with the same passphrase. */
export async function lockWithPassphrase(bytes: Uint8Array, passphrase: string, work = WORK): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(work)
  encrypter.setPassphrase(tidyPassphrase(passphrase))
  return encrypter.encrypt(bytes)
}

export type NotUnlocked = { readonly type: 'WrongPassphrase' } | { readonly type: 'Truncated' }

/** Opens what `lockWithPassphrase` made. `Truncated`: the passphrase is right and the file is not whole. */
export async function unlockWithPassphrase(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, NotUnlocked>> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(tidyPassphrase(passphrase))
  try {
    return ok(await decrypter.decrypt(bytes))
  } catch (error) {
    // The library tells its failures apart in words only.
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched')
    return fail({ type: isWrong ? 'WrongPassphrase' : 'Truncated' })
  }
}
