import * as z from 'zod'
import type { AnyRecord } from '../model/record.ts'
import type { JobStopped, NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'

/** Why a state is one to come back to: what followed it, or that a person wanted it. */
export type VersionReason = 'day' | 'named' | 'bulk' | 'merge' | 'template' | 'migration' | 'back'

/** Records of one kind between a version and the next. */
export interface KindChanges {
  readonly added: number
  readonly changed: number
  readonly away: number
}

/** What was written between a version and the next, or now. */
export interface Since {
  readonly kinds: Readonly<Record<string, KindChanges>>
  /** Labels of the sections and axes of the notes that changed. */
  readonly regions: readonly string[]
  readonly axes: readonly string[]
  /** Names of the files that were put in, withdrawn or restored. */
  readonly files: readonly string[]
  /** Something was written by an installation other than the present one: this consultation came from elsewhere. */
  readonly elsewhere: boolean
}

/** A state to come back to. */
export interface Version {
  /** Number of its entry in the journal: what was written before it is what one goes back to. */
  readonly position: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly reason: VersionReason
  /** The name that a person gave, the command that followed, or where one went back to (milliseconds since 1970). */
  readonly label: string
  readonly notes: number
  /** Records or files of the first thing that followed, for « avant la consolidation de 3 fichiers ». */
  readonly size: number
  readonly since: Since
}

/** What going back to a version would do. Nothing of it is done yet. */
export interface BackPreview {
  readonly notes: { readonly now: number; readonly after: number }
  /** Records by kind: what comes back is `added`, what leaves is `away`. */
  readonly kinds: Readonly<Record<string, KindChanges>>
  /** Notes first; at most `CHANGES_SHOWN`. */
  readonly changes: readonly { readonly before: AnyRecord | null; readonly after: AnyRecord | null }[]
  /** Names of the files whose contributions are withdrawn, or put in again. */
  readonly withdrawn: readonly string[]
  readonly restored: readonly string[]
  /** Notes whose rule stays stricter than it was then. */
  readonly stricter: number
  /** Notes that came with contributions and stay, since one has worked on them here. */
  readonly staying: number
}
export const CHANGES_SHOWN = 200

export type VersionNotFound = { readonly type: 'VersionNotFound' }

const job = z.string().min(1).max(100)
const position = z.int().min(1)

/** The states of the open consultation that one can come back to. */
export const versionCalls = {
  /** The last first. */
  'versions.list': method<readonly Version[], NothingOpen | JobStopped>()(z.object({ job })),
  'versions.look': method<BackPreview, VersionNotFound | NothingOpen | JobStopped>()(z.object({ position, job })),
  'versions.back': method<Edited, VersionNotFound | NothingOpen | JobStopped | NotSaved>()(z.object({ position, job })),
  'versions.name': method<null, NothingOpen | NotSaved>()(z.object({ label: z.string().trim().min(1).max(100) })),
}
