import type { Forgery } from '../operation/seal.ts'

/** What a verification looks at, in the order it tells it. */
export const CHECKS = [
  'container',
  'manifest',
  'marker',
  'segments',
  'journal',
  'operations',
  'contents',
  'drops',
  'counts',
  'rules',
  'attribution',
  'streams',
  'references',
  'files',
  'mirror',
  'generations',
  'drafts',
  'lock',
] as const
export type CheckName = (typeof CHECKS)[number]

export type CheckState = 'good' | 'warning' | 'damage'

/** What is wrong at a place, and how much it weighs: `warning` is worth a look, `damage` is something lost or changed. */
export const FAULTS = {
  /** The container, or a part of it, ends before its end or does not match its checksum. */
  truncated: 'damage',
  'not-a-bundle': 'damage',
  'too-large': 'damage',
  /** Written by a newer version: what it holds cannot be judged here. */
  'too-new': 'damage',
  'unknown-entry': 'warning',
  'bad-manifest': 'damage',
  'not-canonical': 'warning',
  /** The operations are not those that the manifest was made for. */
  altered: 'damage',
  absent: 'warning',
  unreadable: 'damage',
  'not-an-operation': 'damage',
  'other-consultation': 'damage',
  'wrong-class': 'damage',
  'forged-id': 'damage',
  'forged-body': 'damage',
  'forged-stamp': 'damage',
  repeated: 'warning',
  'out-of-order': 'warning',
  /** What it said is neither there, nor erased, nor withheld. */
  'body-missing': 'damage',
  'unknown-operation': 'warning',
  'count-differs': 'warning',
  'total-differs': 'damage',
  'stamp-given': 'damage',
  'private-given': 'damage',
  /** In a file of the trust circle, which may still be one's own: to be looked at before it is sent. */
  'private-inside': 'warning',
  'above-audience': 'damage',
  'off-the-record': 'damage',
  'in-clear': 'damage',
  /** A loosening that came from elsewhere, without effect until a person accepts it. */
  'loosening-waits': 'warning',
  'counter-missing': 'damage',
  'counter-missing-elsewhere': 'warning',
  'counter-twice': 'warning',
  'named-and-absent': 'warning',
  head: 'damage',
  line: 'damage',
  missing: 'damage',
  chain: 'damage',
  /** A writing that was under way and never called saved. */
  torn: 'warning',
  'not-mirrored': 'warning',
  'mirror-differs': 'damage',
  /** A copy of what the journal tells: it can be made again. */
  'copy-unreadable': 'warning',
  'state-differs': 'damage',
  held: 'warning',
  /** An attached file that was put here and is in neither place. */
  'file-lost': 'damage',
  /** One of someone else that did not come, or not yet. */
  'file-not-here': 'warning',
  /** One that no operation names: it goes at the next opening. */
  'file-unnamed': 'warning',
} as const satisfies Readonly<Record<string, Exclude<CheckState, 'good'>>>
export type Fault = keyof typeof FAULTS | `forged-${Forgery}`

/** Where: the name of a file of ours and a line, or an entry of the journal. Never a text, a name or a path. */
export interface Place {
  readonly file: string
  readonly line: number | null
  readonly fault: Fault
}

export interface Check {
  readonly check: CheckName
  readonly state: CheckState
  /** Things looked at. */
  readonly examined: number
  /** Faults found; `places` holds the first hundred of them. */
  readonly count: number
  readonly places: readonly Place[]
}

/** Operations by what is left of their content. */
export interface Contents {
  readonly present: number
  readonly dropped: number
  /** Kept by whoever sent them, as the rule wants. */
  readonly withheld: number
  readonly missing: number
}

export interface BundleSubject {
  readonly type: 'bundle'
  readonly kind: 'complete' | 'projection' | 'backup' | null
  readonly locked: boolean
  /** Parts that the digest in the manifest covers; the others have the checksum of the container alone. */
  readonly covered: readonly string[]
  readonly uncovered: readonly string[]
}

export interface StoreSubject {
  readonly type: 'store'
  /** Layout of the newest segment; null when there is none. */
  readonly format: number | null
  readonly segments: number
  readonly entries: number
  readonly generations: number
  /** Entries that the journal should have and cannot give. */
  readonly lost: number
}

export interface Verification {
  /** Nothing is damaged; there may be something to look at. */
  readonly ok: boolean
  readonly subject: BundleSubject | StoreSubject
  readonly operations: number
  readonly notes: number
  readonly contents: Contents
  /** What it all says, as one digest; null when it cannot be told. */
  readonly canonicalHash: string | null
  readonly checks: readonly Check[]
}

/** The worst state of all checks. */
export const worstOf = (checks: readonly Check[]): CheckState =>
  (['damage', 'warning'] as const).find((state) => checks.some((check) => check.state === state)) ?? 'good'
