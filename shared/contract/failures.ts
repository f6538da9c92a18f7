import type { FileFailure } from '../exchange/container-failure.ts'
import type { BundleFailure } from '../exchange/decode-bundle.ts'

/** The disk refused: what was asked is not done, and what was saved before still is. */
export interface NotSaved {
  readonly type: 'NotSaved'
  /** System code, `ENOSPC`, `EACCES`… */
  readonly code: string
}
export type NothingOpen = { readonly type: 'NothingOpen' }
export type JobStopped = { readonly type: 'JobCancelled' } | { readonly type: 'JobFailed'; readonly reason: string }
export type NotOpened =
  { readonly type: 'ConsultationNotFound' } | { readonly type: 'TemplateNotFound' } | Locked | NotSaved

/** Nothing of the consultation is read before it is unlocked. */
export type Locked = { readonly type: 'Locked' }

/** A file on a command line that is not taken, or cannot be written. */
export type ArchiveFailure =
  | ((BundleFailure | FileFailure) & { readonly file: string })
  | { readonly type: 'FileNotWritten'; readonly code: string; readonly file: string }
  | { readonly type: 'OtherConsultation'; readonly file: string; readonly label: string }
  | { readonly type: 'SampleAndReal'; readonly file: string }
  | { readonly type: 'NoBundleInFolder'; readonly file: string }
  /** More files than are put together at once, or folders too deep inside one another. */
  | { readonly type: 'FolderTooLarge'; readonly file: string }
  | { readonly type: 'TemplateNotFound'; readonly known: readonly string[] }
