import { basename, resolve, sep } from 'node:path'
import type { ArchiveContract } from '#shared/contract/archive-contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { strengthOf } from '#shared/exchange/passphrase.ts'
import { fail } from '#shared/kit/result.ts'
import { doneJob, type OnShare } from '../jobs.ts'
import { clock } from '../machine.ts'
import type { RunJob } from '../ports.ts'
import { writeFileAt } from './archive.ts'
import { passphraseIn } from './store-backup.ts'

type Calls = 'archive.verify' | 'archive.recover'

/** Verifying and recovering: both read what they are given, and neither ever writes to it. */
export function verifyHandlers(runJob: RunJob, onProgress: OnShare): Pick<Handlers<ArchiveContract>, Calls> {
  return {
    'archive.verify': async ({ path, passphraseFile }) => {
      const passphrase = await passphraseIn(passphraseFile)
      if (!passphrase.ok) return passphrase
      const order = { path: resolve(path), passphrase: passphrase.value, isOpenHere: false }
      const done = await doneJob(runJob, 'verify', order, onProgress)
      return done.ok ? done : fail({ ...done.failure, file: basename(path) })
    },
    'archive.recover': async ({ path, out, passphraseFile }) => {
      if (isInside(resolve(out), resolve(path))) return fail({ type: 'WouldOverwrite', file: basename(out) })
      const passphrase = await passphraseIn(passphraseFile)
      if (!passphrase.ok) return passphrase
      if (passphrase.value !== null && strengthOf(passphrase.value) === 'weak') return fail({ type: 'PassphraseWeak' })
      const order = { path: resolve(path), passphrase: passphrase.value, at: clock() }
      const done = await doneJob(runJob, 'recover', order, onProgress)
      if (!done.ok) return fail({ ...done.failure, file: basename(path) })
      const { bytes, ...told } = done.value
      return writeFileAt(out, bytes, { ...told, file: out })
    },
  }
}

/** What was given, or something in it. */
const isInside = (out: string, given: string): boolean => out === given || out.startsWith(given + sep)
