import type { StaysLocked } from '#shared/contract/backup-calls.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Verification } from '#shared/verify/verification.ts'
import { BACKUP_PARTS } from '../exchange/backup-lines.ts'
import { entryNames } from '../exchange/zip.ts'
import { isLocked, unlockWithPassphrase } from '../exchange/passphrase-lock.ts'
import { verifyBackup } from './verify-backup.ts'
import { verifyBundle } from './verify-bundle.ts'

/** Verifies a `.rapx` of any kind. */
export async function verifyFile(
  bytes: Uint8Array,
  passphrase: string | null,
  digest: Digest,
): Promise<Result<Verification, StaysLocked>> {
  if (!isLocked(bytes)) {
    const isBackup = entryNames(bytes).includes(BACKUP_PARTS.journal)
    return ok(await (isBackup ? verifyBackup(bytes, false, digest) : verifyBundle(bytes, digest)))
  }
  if (passphrase === null) return fail({ type: 'BackupLocked' })
  const opened = await unlockWithPassphrase(bytes, passphrase)
  if (opened.ok) return ok(await verifyBackup(opened.value, true, digest))
  if (opened.failure.type === 'WrongPassphrase') return fail({ type: 'WrongPassphrase' })
  return ok(await verifyBackup(new Uint8Array(), true, digest))
}
