import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveFailure, ArchiveMerged } from '#shared/contract/archive-contract.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import { findBundles } from '../inbox/find-bundles.ts'
import { doneJob } from '../jobs.ts'
import { clock } from '../machine.ts'
import { mergeReportJson } from '../merge/merge-report-json.ts'
import type { RunJob } from '../ports.ts'
import { writeFileAt } from './archive.ts'
import { unlockOf, type UnlockFiles } from './unlock-files.ts'

export interface GivenMerge extends UnlockFiles {
  /** Files, and folders of files. */
  readonly files: readonly string[]
  readonly out?: string | undefined
  readonly report?: string | undefined
  readonly dryRun: boolean
}

/** Puts together the files that were given and those of the folders, and writes what that did when asked. */
export async function mergeGiven(
  { files, report, passphraseFile, identityFile, ...order }: GivenMerge,
  runJob: RunJob,
  onProgress: (share: number) => void,
): Promise<Result<ArchiveMerged, ArchiveFailure>> {
  const unlock = await unlockOf({ passphraseFile, identityFile })
  if (!unlock.ok) return unlock
  const unfolded: string[] = []
  for (const given of files) {
    const inside = await unfold(given)
    if (!inside.ok) return inside
    unfolded.push(...inside.value)
  }
  const merged = await doneJob(runJob, 'archive.merge', { ...order, files: unfolded, unlock: unlock.value }, onProgress)
  if (!merged.ok || report === undefined) return merged
  return writeFileAt(report, mergeReportJson({ at: clock(), ...merged.value }), merged.value)
}

/** A folder that gives only some of its files gives none: nobody would see which are not there. */
async function unfold(path: string): Promise<Result<readonly string[], ArchiveFailure>> {
  try {
    if (!(await stat(path)).isDirectory()) return ok([path])
    const { files, isCut, unread } = await findBundles(path)
    if (isCut) return fail({ type: 'FolderTooLarge', file: path })
    const [closed] = unread
    if (closed !== undefined) return fail({ type: 'FileUnreadable', code: 'EACCES', file: join(path, closed) })
    return files.length === 0 ? fail({ type: 'NoBundleInFolder', file: path }) : ok(files.map((file) => file.path))
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: codeOf(error), file: path })
  }
}
