import * as z from 'zod'
import type { Verification } from '../verify/verification.ts'
import type { BackupUnread, PassphraseNeeded, PassphraseWeak } from './backup-calls.ts'
import type { ArchiveFailure, JobStopped, NothingOpen } from './failures.ts'
import { method } from './method.ts'

const path = z.string().min(1)
const passphraseFile = path.optional()

/** What was found in a damaged store or file, and what was not. */
export interface Recovered {
  readonly file: string
  readonly consultation: string
  readonly canonicalHash: string
  readonly notes: number
  readonly operations: number
  readonly entries: number
  readonly encrypted: boolean
  /** Lines that could not be read, in all places together. */
  readonly badLines: number
  /** Entries of the journal that are in no place: their numbers, as ranges. */
  readonly lostEntries: readonly (readonly [first: number, last: number])[]
  /** Counters that are not there, by stream, as ranges; the streams of others keep some to themselves. */
  readonly missing: readonly {
    readonly stream: string
    /** Written here: then every number that is not there is a loss. */
    readonly own: boolean
    readonly found: number
    readonly numbers: readonly (readonly [first: number, last: number])[]
  }[]
  /** Where it was read. */
  readonly sources: readonly { readonly file: string; readonly operations: number }[]
}

export type NotVerified = ArchiveFailure | BackupUnread | { readonly type: 'NotAStore'; readonly file: string }

export type NotRecovered =
  | NotVerified
  | PassphraseNeeded
  | PassphraseWeak
  | { readonly type: 'NothingFound'; readonly file: string }
  /** The backup would lie in what is being read, or over it. */
  | { readonly type: 'WouldOverwrite'; readonly file: string }

/** Verifying and recovering from the command line. */
export const verifyArchiveCalls = {
  'archive.verify': method<Verification, NotVerified>()(z.object({ path, passphraseFile })),
  'archive.recover': method<Recovered, NotRecovered>()(z.object({ path, out: path, passphraseFile })),
}

/** Verifying the consultation that is open. */
export const verifyCalls = {
  'store.verify': method<Verification, NothingOpen | JobStopped>()(z.object({ job: z.string().min(1).max(100) })),
}
