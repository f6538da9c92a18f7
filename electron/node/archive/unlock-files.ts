import { readFile } from 'node:fs/promises'
import type { ArchiveFailure } from '#shared/contract/archive-contract.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { Unlock } from '../trust/recipient-key.ts'
import { passphraseIn } from './store-backup.ts'

/** Files that hold what opens a locked one: neither is ever given among the words of a command. */
export interface UnlockFiles {
  readonly passphraseFile?: string | undefined
  /** Of age: one key a line, lines that begin with `#` passed over. */
  readonly identityFile?: string | undefined
}

export async function unlockOf({ passphraseFile, identityFile }: UnlockFiles): Promise<Result<Unlock, ArchiveFailure>> {
  const passphrase = await passphraseIn(passphraseFile)
  if (!passphrase.ok) return passphrase
  try {
    const text = identityFile === undefined ? '' : await readFile(identityFile, 'utf8')
    const identities = text.split(/\s+/u).filter((word) => word.startsWith('AGE-SECRET-KEY-1'))
    return ok({ identities, passphrase: passphrase.value })
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: codeOf(error), file: identityFile ?? '' })
  }
}
