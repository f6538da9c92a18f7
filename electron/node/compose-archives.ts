import type { ArchiveContract } from '#shared/contract/archive-contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { archiveHandlers, type OnProgress } from './archive/archive-handlers.ts'
import type { RunJob } from './ports.ts'

/** The node side as the command line sees it: files in, files out, no store. */
export const composeArchives = (runJob: RunJob, onProgress: OnProgress): Handlers<ArchiveContract> =>
  archiveHandlers(runJob, onProgress)
