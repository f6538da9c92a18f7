import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type {
  ArchiveBackedUp,
  ArchiveContract,
  ArchiveFailure,
  ArchiveRestored,
  NotBackedUpFromStore,
} from '#shared/contract/archive-contract.ts'
import type { FailureOf, InputOf } from '#shared/contract/method.ts'
import { strengthOf } from '#shared/exchange/passphrase.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { diskLayer } from '../disk/disk-layer.ts'
import { codeOf } from '../disk/file-layer.ts'
import { doneJob, type OnShare } from '../jobs.ts'
import { clock, digest, randomBytes } from '../machine.ts'
import type { RunJob } from '../ports.ts'
import { storePlace } from '../store/store-place.ts'
import { placeOf } from '../verify/verify-store.ts'
import { writeFileAt } from './archive.ts'

/** Makes the backup of a store that no program has to be running for. */
export async function backupOfStore(
  { store, out, passphraseFile }: InputOf<ArchiveContract['archive.backup']>,
  runJob: RunJob,
  onShare: OnShare,
): Promise<Result<ArchiveBackedUp, NotBackedUpFromStore>> {
  const passphrase = await passphraseIn(passphraseFile)
  if (!passphrase.ok) return passphrase
  if (passphrase.value !== null && strengthOf(passphrase.value) === 'weak') return fail({ type: 'PassphraseWeak' })
  const found = await placeOf(resolve(store), diskLayer, digest)
  if (found === null) return fail({ type: 'NotAStore', file: store })
  const order = {
    ...found,
    upTo: null,
    place: { stream: newId(randomBytes), seq: 1, prev: null },
    at: clock(),
    passphrase: passphrase.value,
    unsaved: [],
  }
  const done = await doneJob(runJob, 'backup.make', order, onShare)
  if (!done.ok) return fail({ ...done.failure, file: store })
  const { bytes, manifest, encrypted, damages } = done.value
  const canonicalHash = manifest.backup?.state ?? ''
  return writeFileAt(out, bytes, { file: out, canonicalHash, notes: manifest.counts.notes, encrypted, damages })
}

/** Makes the consultation of a backup in a data folder, whole or not at all. */
export async function restoreIntoFolder(
  { file, into, passphraseFile }: InputOf<ArchiveContract['archive.restore']>,
  runJob: RunJob,
  onShare: OnShare,
): Promise<Result<ArchiveRestored, FailureOf<ArchiveContract['archive.restore']>>> {
  const passphrase = await passphraseIn(passphraseFile)
  if (!passphrase.ok) return passphrase
  const order = { path: resolve(file), passphrase: passphrase.value, dataFolder: resolve(into) }
  const done = await doneJob(runJob, 'backup.restore', order, onShare)
  if (done.ok) return ok({ ...done.value, file: storePlace(into, done.value.consultation).folder })
  const { failure } = done
  if (failure.type === 'NotSaved') return fail({ type: 'FileNotWritten', code: failure.code, file: into })
  return fail(failure.type === 'AlreadyHere' ? failure : { ...failure, file })
}

/** The passphrase that a file holds, null when none is named. It is never given among the words of a command. */
export async function passphraseIn(file: string | undefined): Promise<Result<string | null, ArchiveFailure>> {
  try {
    return ok(file === undefined ? null : (await readFile(file, 'utf8')).trim())
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: codeOf(error), file: file ?? '' })
  }
}
