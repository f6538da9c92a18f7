/** Why a consultation is open to be read only: whatever the reason, nothing is written and nothing is lost. */
export type ReadOnly =
  /** Another running program has it, on this computer or on another. `since`: milliseconds since 1970. */
  | { readonly type: 'OpenElsewhere'; readonly host: string; readonly isThisComputer: boolean; readonly since: number }
  /** The data folder is synchronised by a service (« OneDrive »), which may put an old file over a new one. */
  | { readonly type: 'SyncedFolder'; readonly service: string }
  | { readonly type: 'NetworkFolder' }
  /** Written by a newer version of the program. */
  | { readonly type: 'TooNew'; readonly found: number; readonly supported: number }
  /** The disk takes nothing: the system's code. */
  | { readonly type: 'CannotWrite'; readonly code: string }

/** What opening found that the person should be told, once, in plain words. */
export type Found =
  /** The program was stopped without closing; everything it had called saved is here. Last writing, ms since 1970. */
  | { readonly type: 'NotClosed'; readonly lastWriting: number | null }
  /** A writing that was under way when everything stopped, never called saved, is not taken in. */
  | { readonly type: 'Unfinished' }
  /** The last writings cannot be read: they were under way when everything stopped, or their file is damaged. */
  | { readonly type: 'LastUnreadable'; readonly writings: number }
  /** Damaged files, put right from their copies: nothing is lost. */
  | { readonly type: 'Mended'; readonly files: number }
  /** Writings that cannot be read any more, of which no good copy was found. The files are kept as they are. */
  | { readonly type: 'Lost'; readonly writings: number; readonly files: readonly string[] }
  /** A version could not be read, and another one served. */
  | { readonly type: 'SnapshotDamaged'; readonly files: readonly string[] }
  /** Another program had left its lock behind. */
  | { readonly type: 'LockTakenOver'; readonly since: number }
  /** The store was brought to the layout of this version; it stays readable as it was in its copies. */
  | { readonly type: 'Migrated'; readonly from: number; readonly to: number }

/** What was being typed when the program stopped, or where the person was. */
export interface KeptDraft {
  /** What it is a draft of, as the page names it. */
  readonly key: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
}
