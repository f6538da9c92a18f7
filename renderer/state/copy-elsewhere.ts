import type { BackupMade, NotBackedUp } from '#shared/contract/backup-calls.ts'
import type { CallFailure } from '#shared/contract/method.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../api/client.ts'
import { tellSave } from './save.ts'
import { refusedCommands } from './writings.ts'

export type CopyMade = Result<BackupMade | null, NotBackedUp | CallFailure>

/** Writes the consultation, with what the disk refused, into a file elsewhere; null when the person declined the dialog. */
export async function copyElsewhere(passphrase?: string): Promise<CopyMade> {
  const refused = refusedCommands()
  const made = await client['backup.make']({
    unsaved: refused.map(({ command }) => command),
    ...(passphrase === undefined ? {} : { passphrase }),
  })
  // A copy that lacks some of it does not make the rest safe.
  if (made.ok && made.value !== null && made.value.leftOut === 0) {
    const writings = refused.map(({ writing }) => writing)
    tellSave({ type: 'copied', writings, at: Date.now(), name: made.value.name })
  }
  return made
}
