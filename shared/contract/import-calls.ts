import * as z from 'zod'
import type { RegisterEntry } from './backup-calls.ts'
import type { MergeReport } from '../merge/merge-report.ts'
import type { JobStopped, NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { KindChanges } from './version-calls.ts'

/** What withdrawing contributions, or putting them in again, would do. Nothing of it is done yet. */
export interface ImportPreview {
  /** They are withdrawn now: what is told is what putting them in again would do. */
  readonly withdrawn: boolean
  /** Records by kind: what comes back is `added`, what leaves is `away`. */
  readonly kinds: Readonly<Record<string, KindChanges>>
  /** Records by kind that came with them and stay here, since what was written here rests on them. */
  readonly staying: Readonly<Record<string, number>>
  /** Other records that a stricter rule or a withdrawn consent that came with them goes on holding back. */
  readonly heldBack: number
  /** What left since and carried some of what would leave, the last first. */
  readonly sent: readonly RegisterEntry[]
}

/** What a merge did, as it was kept with it. */
export interface ImportReport {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly withdrawn: boolean
  /** False for one of a version that kept only the names of its files. */
  readonly isDetailed: boolean
  readonly detail: MergeReport
}

const id = z.string().min(1).max(64)
const job = z.string().min(1).max(100)

/** What was put in, looked at again. */
export const importCalls = {
  'import.look': method<ImportPreview, NothingOpen | JobStopped>()(z.object({ import: id, job })),
  'import.report': method<ImportReport, NothingOpen | JobStopped>()(z.object({ import: id, job })),
  /** Null when the person declined the dialog. */
  'import.saveReport': method<{ readonly name: string } | null, NothingOpen | JobStopped | NotSaved>()(
    z.object({ import: id, as: z.enum(['word', 'json']), lang: z.enum(['fr', 'en', 'es']), job }),
  ),
}
