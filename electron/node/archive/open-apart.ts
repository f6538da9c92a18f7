import type { ArchiveFailure } from '#shared/contract/archive-contract.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import { doneJob } from '../jobs.ts'
import type { RunJob } from '../ports.ts'
import { NO_KEY, type Unlock } from '../trust/recipient-key.ts'
import { archiveOf, type Archive } from './archive.ts'

/** Has a file read in a worker, and folds it. */
export async function openApart(
  file: string,
  runJob: RunJob,
  unlock: Unlock = NO_KEY,
): Promise<Result<Archive, ArchiveFailure>> {
  const [read] = await doneJob(runJob, 'bundles.read', { paths: [file], unlock })
  return archiveOf(file, read ?? fail({ type: 'NotABundle' }))
}
