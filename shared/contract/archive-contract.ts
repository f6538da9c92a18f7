import * as z from 'zod'
import type { SetAside } from '../exchange/decode-bundle.ts'
import type { FileWarning } from '../exchange/file-warnings.ts'
import type { BundleKind } from '../exchange/manifest.ts'
import type { StreamReport } from '../merge/completeness.ts'
import type { KindCounts } from '../merge/plan-merge.ts'
import type { AlreadyHere, BackupUnread, PassphraseNeeded, PassphraseWeak, StaysLocked } from './backup-calls.ts'
import { AUDIENCES } from '../privacy/project.ts'
import type { PlannedRow } from '../programme/participants/plan-participants.ts'
import { REPORT_TYPES } from './contract.ts'
import type { ArchiveFailure } from './failures.ts'
import { formArchiveCalls } from './form-calls.ts'
import { method } from './method.ts'
import type { ParticipantCounts } from './participant-calls.ts'
import type { NoRecipient, WordsLeaked } from './send-calls.ts'
import { verifyArchiveCalls } from './verify-calls.ts'
import type { RowErrorReply, TableFailureReply } from './table-replies.ts'

const path = z.string().min(1)
const names = z.array(z.string().min(1)).optional()
/** Files that hold what opens a locked one. */
const unlock = { passphraseFile: path.optional(), identityFile: path.optional() }

export type { ArchiveFailure } from './failures.ts'
export type ReportRefused =
  | { readonly type: 'RegionNeeded'; readonly known: readonly string[] }
  | { readonly type: 'AxisNeeded'; readonly known: readonly string[] }
  | { readonly type: 'SessionNeeded'; readonly known: readonly string[] }
  | { readonly type: 'NothingToReport' }

export interface ArchiveBackedUp extends ArchiveMade {
  readonly encrypted: boolean
  /** Places of the journal that cannot be read, and are not in the file. */
  readonly damages: number
}

export interface ArchiveRestored {
  readonly file: string
  readonly canonicalHash: string
  readonly consultation: string
}

export type NotBackedUpFromStore =
  | ArchiveFailure
  | (PassphraseNeeded & { readonly file: string })
  /** The store is protected, and not by this passphrase. */
  | (StaysLocked & { readonly file: string })
  | PassphraseWeak
  /** The folder holds no consultation. */
  | { readonly type: 'NotAStore'; readonly file: string }

export interface ArchiveMade {
  readonly file: string
  readonly canonicalHash: string
  readonly notes: number
}

export interface Inspected extends ArchiveMade {
  readonly kind: BundleKind
  readonly audience: string | null
  readonly consultation: string
  readonly label: string
  readonly sample: boolean
  readonly counts: Readonly<Record<string, number>>
  readonly operations: number
  readonly axes: readonly { readonly label: string; readonly notes: number }[]
  readonly sections: readonly { readonly label: string; readonly state: string; readonly notes: number }[]
  /** Streams that wrote, with their last counter, and which counters are there; none in a projection. */
  readonly streams: readonly (StreamReport & { readonly last: number })[]
  readonly conflicts: number
  readonly setAside: readonly SetAside[]
}

export interface ArchiveMerged extends ArchiveMade {
  readonly written: boolean
  readonly counts: Readonly<Record<string, KindCounts>>
  readonly conflicts: number
  readonly files: readonly {
    readonly file: string
    readonly newOperations: number
    readonly setAside: number
    /** What it brought over those before it. */
    readonly counts: Readonly<Record<string, KindCounts>>
    readonly warnings: readonly FileWarning[]
  }[]
  /** Of each stream, what is there once all is put together; none of projections. */
  readonly streams: readonly StreamReport[]
}

export interface ArchiveImported extends ArchiveMade {
  readonly added: number
  readonly alreadyHere: number
  readonly created: { readonly axes: number; readonly regions: number; readonly themes: number }
  readonly errors: readonly RowErrorReply[]
}

export interface ArchiveParticipants extends ArchiveMade {
  readonly counts: ParticipantCounts
  /** Lines about someone who looks like someone who is there, with what was answered for them. */
  readonly questions: readonly PlannedRow[]
  readonly errors: readonly RowErrorReply[]
}

export type ParticipantsNotImported =
  ArchiveFailure | TableFailureReply | Extract<ReportRefused, { readonly type: 'SessionNeeded' }>

export interface ArchiveExported {
  readonly file: string
  readonly notes: number
  /** Notes that the rule keeps back. */
  readonly withheld: number
  /** Notes that were not asked for. */
  readonly outside: number
  /** Texts that name someone who is protected. */
  readonly cited: number
  readonly locked: boolean
}

export type NotExported =
  | ArchiveFailure
  | PassphraseWeak
  | NoRecipient
  | WordsLeaked
  /** No session, section or axis is called so. */
  | { readonly type: 'PlaceUnknown'; readonly name: string; readonly known: readonly string[] }

/** Calls of the command line, on files alone: no store is opened, and what is written is a new file. */
export const archiveContract = {
  'archive.create': method<ArchiveMade, ArchiveFailure>()(
    z.object({ process: z.string(), edition: z.string().max(60).optional(), out: path }),
  ),
  'archive.importTable': method<ArchiveImported, ArchiveFailure | TableFailureReply>()(
    z.object({
      table: path,
      into: path,
      out: path,
      map: z.string(),
      voices: z.enum(['column', 'row', 'none']),
      create: z.array(z.enum(['axes', 'regions', 'themes'])),
      lang: z.string(),
      level: z.int().min(1).max(5),
    }),
  ),
  'archive.importParticipants': method<ArchiveParticipants, ParticipantsNotImported>()(
    z.object({
      table: path,
      into: path,
      out: path,
      /** Without it, the columns are recognised by their names. */
      map: z.string().optional(),
      /** By its label or id. */
      session: z.string().optional(),
      same: z.boolean(),
    }),
  ),
  'archive.merge': method<ArchiveMerged, ArchiveFailure>()(
    z.object({
      files: z.array(path).min(1),
      out: path.optional(),
      report: path.optional(),
      dryRun: z.boolean(),
      ...unlock,
    }),
  ),
  'archive.report': method<
    { readonly file: string; readonly notes: number; readonly changed: number },
    ArchiveFailure | ReportRefused
  >()(
    z.object({
      ...unlock,
      file: path,
      type: z.enum(REPORT_TYPES),
      lang: z.enum(['fr', 'en', 'es']),
      region: z.string().optional(),
      axis: z.string().optional(),
      session: z.string().optional(),
      date: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      out: path,
    }),
  ),
  /** A folder of a consultation, as the program keeps it, made into one file. */
  'archive.backup': method<ArchiveBackedUp, NotBackedUpFromStore>()(
    z.object({ store: path, out: path, passphraseFile: path.optional() }),
  ),
  /** Into a data folder, where a program that starts on it finds the consultation. */
  'archive.restore': method<ArchiveRestored, ArchiveFailure | (BackupUnread & { file: string }) | AlreadyHere>()(
    z.object({ file: path, into: path, passphraseFile: path.optional() }),
  ),
  'archive.inspect': method<Inspected, ArchiveFailure>()(z.object({ file: path, ...unlock })),
  /** What an audience may have of a file, as a new one. */
  'archive.export': method<ArchiveExported, NotExported>()(
    z.object({
      ...unlock,
      file: path,
      out: path,
      audience: z.enum([...AUDIENCES, 'circle']),
      sessions: names,
      regions: names,
      axes: names,
      syntheses: z.boolean(),
      /** For the secretariat's key, as the file gives it. */
      encrypt: z.boolean(),
      /** A file that holds a passphrase. */
      encryptWith: path.optional(),
    }),
  ),
  ...formArchiveCalls,
  ...verifyArchiveCalls,
}
export type ArchiveContract = typeof archiveContract
