import type { FileFailure } from '../exchange/container-failure.ts'
import type { EditFailure } from '../edit/command.ts'
import type { BundleFailure, SetAside } from '../exchange/decode-bundle.ts'
import type { FileWarning } from '../exchange/file-warnings.ts'
import type { BundleKind } from '../exchange/manifest.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { StreamReport } from '../merge/completeness.ts'
import type { Equivalent } from '../merge/equivalents.ts'
import type { KindCounts, MergePlan } from '../merge/plan-merge.ts'
import type { TakenOver } from '../merge/takes-over.ts'
import type { Change } from '../model/change.ts'
import type { AnyRecord } from '../model/record.ts'
import type { Audience } from '../privacy/project.ts'
import type { NotSaved } from './failures.ts'
import type { Found, KeptDraft, ReadOnly } from './opening.ts'

/** How the program greets and what it shows; a role hides screens and forbids nothing. */
export interface Settings {
  readonly language: 'fr' | 'en' | 'es'
  readonly role: 'rapporteur' | 'section' | 'secretariat' | null
  readonly appearance: 'light' | 'dark' | 'system'
  /** How often a backup is asked for. */
  readonly reminder: 'never' | 'week' | 'day'
}

export interface ConsultationSummary {
  readonly id: string
  readonly label: string
  readonly template: string
  readonly sample: boolean
  readonly notes: number
  /** Milliseconds since 1970. */
  readonly lastWritten: number
  /** Protected: nothing of it is known, not even its name. */
  readonly locked?: true
}

export interface TemplateSummary {
  readonly id: string
  readonly icon: string
  readonly name: string
  readonly summary: string
  readonly documents: string
  /** The edition proposed when a consultation is created; its code is part of the consultation's identity. */
  readonly edition: string
}

export interface AppState {
  readonly version: string
  readonly bundleFormat: number
  readonly settings: Settings
  readonly consultations: readonly ConsultationSummary[]
  /** The consultation that was open when the program was last used, if it still exists. */
  readonly current: string | null
}

/** What can be taken back and redone next, as keys of commands. */
export interface History {
  readonly undo: string | null
  readonly redo: string | null
}

export interface Workspace {
  readonly consultation: string
  readonly sample: boolean
  readonly records: readonly AnyRecord[]
  readonly history: History
  /** Milliseconds since 1970 of the last writing that reached the disk. */
  readonly savedAt: number
  /** Keys of lists of the process: kinds of note, categories, recommendation classes… */
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>
  readonly documents: readonly { readonly key: string; readonly type: string; readonly label: string }[]
  /** Null when the consultation can be written to. */
  readonly readOnly: ReadOnly | null
  /** What opening found; told once. */
  readonly found: readonly Found[]
  /** What was being typed, and where the person was. */
  readonly drafts: readonly KeptDraft[]
}

/** Sent only after the disk has it. */
export interface Edited {
  readonly change: Change
  readonly history: History
  readonly savedAt: number
}

/** One file of a preview. `state` says whether it takes part. */
export interface FileReport {
  readonly token: string
  readonly name: string
  readonly state: 'whole' | 'partly' | 'already-here' | 'refused'
  readonly failure: MergeFailure | null
  readonly kind: BundleKind | null
  readonly audience: Audience | null
  readonly seq: number | null
  /** Numbers of the same series that never arrived here. */
  readonly missing: readonly number[]
  readonly sections: readonly string[]
  readonly axes: readonly string[]
  readonly notes: number
  readonly setAside: readonly SetAside[]
  readonly warnings?: readonly FileWarning[]
  /** What becomes of the records that it speaks of, by kind. */
  readonly counts: Readonly<Record<string, KindCounts>>
  /** Operations that were withdrawn here, and that it makes count again; absent when none. */
  readonly revived?: number
  /** Of each stream that writes in a complete file, what came and what did not; absent from what is not read. */
  readonly streams?: readonly StreamReport[]
  /** What its sender narrowed it to; absent from a file that is refused. */
  readonly scope?: readonly string[]
  /** Written by a newer version: read, but for what this one does not know. */
  readonly isNewer?: boolean
  /** Absent from a file that is refused, or was put in before. */
  readonly sender?: Sender
  /** The first of the values that it puts out of force, counted in `sender`. */
  readonly replaced?: readonly TakenOver[]
}

/** Who vouches for a file. `changed`: what came before in its series was signed, and not by this key. */
export interface Sender {
  readonly state: 'known' | 'new' | 'unsigned' | 'changed'
  /** The whole fingerprint of the key; null when nobody signed. */
  readonly key: string | null
  /** As it is read aloud. */
  readonly fingerprint: string | null
  /** Given by a person here; empty when none was. */
  readonly name: string
  /** Values and records that stand here, and that the file puts out of force. */
  readonly replaces: number
}

export type MergeFailure =
  | BundleFailure
  | { readonly type: 'OtherConsultation'; readonly label: string }
  /** A sample and real data never mix. */
  | { readonly type: 'SampleAndReal' }
  | FileFailure
  | { readonly type: 'NothingToMerge' }
  /** Someone whom nobody here knows would put values of this workspace out of force. */
  | { readonly type: 'SenderUnknown'; readonly replaces: number }

export interface MergePreview {
  readonly files: readonly FileReport[]
  readonly plan: Omit<MergePlan, 'change'>
  /** What files bring that looks like something known, or like something else they bring. */
  readonly equivalents: readonly Equivalent[]
  /** Records that conflicts and equivalents speak of, as they would stand, for the page to show around the values. */
  readonly context: readonly AnyRecord[]
}

export interface MergeDone extends Edited {
  readonly preview: MergePreview
  readonly import: string
  /** Why some of what was chosen could not be written once the files were in: it waits for a person as before. */
  readonly unsettled: EditFailure | NotSaved | null
}

export interface ImportEntry {
  readonly id: string
  readonly at: number
  readonly files: readonly { readonly name: string; readonly sections: readonly string[]; readonly notes: number }[]
  readonly added: number
  readonly withdrawn: boolean
}

export interface EvidenceReport {
  readonly evidence: Evidence
  /** Coverage by axis: notes, recommendations and voices in each region and in global sessions. */
  readonly computedAt: number
}
