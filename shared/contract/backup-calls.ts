import * as z from 'zod'
import { commandSchema } from '../edit/command.ts'
import type { BundleFailure } from '../exchange/decode-bundle.ts'
import { PASSPHRASE } from '../exchange/passphrase.ts'
import type { Audience } from '../privacy/project.ts'
import type { NothingOpen, NotOpened, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Workspace } from './replies.ts'

const passphrase = z.string().min(1).max(PASSPHRASE.longest)
/** For whom, in the words of the person who sends. */
export const recipient = z.string().trim().max(200)
const backupFile = z.object({ file: z.string().min(1).max(200), passphrase: passphrase.optional() })

export interface BackupMade {
  readonly name: string
  readonly notes: number
  readonly encrypted: boolean
  /** Unsaved commands that can no longer be carried out, and are not in the file. */
  readonly leftOut: number
  /** Places of the journal that cannot be read, and are not in the file. */
  readonly damages: number
  /** False when the disk could not even note that the file left. */
  readonly registered: boolean
}

/** The backup holds what may not lie about in clear: it takes a passphrase. */
export type PassphraseNeeded = { readonly type: 'PassphraseNeeded'; readonly records: number }
export type PassphraseWeak = { readonly type: 'PassphraseWeak' }
export type NotBackedUp = NothingOpen | NotSaved | PassphraseNeeded | PassphraseWeak | StaysLocked

/** Why a file gives no backup; nothing was written. */
export type BackupUnread =
  | Extract<BundleFailure, { type: 'Truncated' | 'TooNew' | 'BadManifest' | 'Altered' }>
  | { readonly type: 'FileUnreadable'; readonly code: string }
  /** Something else than a backup, a bundle for instance. */
  | { readonly type: 'NotABackup' }
  | StaysLocked
/** Nothing can be told of what is locked without the passphrase that opens it: none was given, or another. */
export type StaysLocked = { readonly type: 'BackupLocked' } | { readonly type: 'WrongPassphrase' }
/** A restore never writes over what is here. */
export type AlreadyHere = { readonly type: 'AlreadyHere' }

/** What a backup is, all of it verified. */
export interface BackupFound {
  readonly consultation: string
  readonly label: string
  /** When it was made, milliseconds since 1970. */
  readonly at: number
  readonly encrypted: boolean
  readonly sample: boolean
  readonly notes: number
  readonly sessions: number
  readonly imports: number
  readonly sections: readonly string[]
  /** Null when the consultation is not on this computer. */
  readonly here: BackupHere | null
}
/** What putting the backup into the consultation that is here would bring; null when that one cannot be read now. */
export interface BackupHere {
  readonly newOperations: number | null
  readonly conflicts: number | null
}

/** A file that left. Those of versions that kept no register have neither name nor counts. */
export interface RegisterEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly kind: string
  readonly audience: Audience | null
  readonly name: string | null
  /** SHA-256 of the file, in hexadecimal. */
  readonly file: string | null
  readonly notes: number | null
  readonly to: string
  /** What it was narrowed to; nothing when it was whole. */
  readonly scope: readonly string[]
  /** Encrypted for the secretariat's key, or with a passphrase. */
  readonly locked: 'key' | 'passphrase' | null
}

/** Backing up, restoring, and the register of what left. */
export const backupCalls = {
  /** `unsaved`: what the disk refused; it goes into the backup and nowhere else. Null when the person declined the dialog. */
  'backup.make': method<BackupMade | null, NotBackedUp>()(
    z.object({
      passphrase: passphrase.optional(),
      unsaved: z.array(commandSchema).max(1_000).optional(),
      to: recipient.optional(),
    }),
  ),
  'backup.inspect': method<BackupFound, BackupUnread>()(backupFile),
  /** Makes the consultation of a backup on this computer and opens it, whole or not at all. */
  'backup.restore': method<Workspace, BackupUnread | AlreadyHere | NotOpened>()(backupFile),
  /** Puts what a backup says into its consultation, which is here, and opens it. */
  'backup.merge': method<Workspace, BackupUnread | NotOpened>()(backupFile),
  'register.list': method<readonly RegisterEntry[], NothingOpen>()(z.object({})),
}
