import { Decrypter } from 'age-encryption'
import type { StaysLocked } from '#shared/contract/backup-calls.ts'
import { tidyPassphrase } from '#shared/exchange/passphrase.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'

/** Opens a locked file up to where it is damaged: it is locked in pieces of 64 kB, and each proves itself. */
export async function unlockAsFar(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Result<Uint8Array, StaysLocked>> {
  if (passphrase === null) return fail({ type: 'BackupLocked' })
  const decrypter = new Decrypter()
  decrypter.addPassphrase(tidyPassphrase(passphrase))
  const pieces: Uint8Array[] = []
  try {
    const opened = await decrypter.decrypt(new Blob([bytes]).stream())
    try {
      for await (const piece of opened) pieces.push(piece)
    } catch {
      // What comes after the damage cannot be opened by anyone.
    }
    return ok(Buffer.concat(pieces))
  } catch {
    return fail({ type: 'WrongPassphrase' })
  }
}
