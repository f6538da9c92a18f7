import type { SPEAKS_FOR } from './speaks-for.ts'

/** Someone as a row says it, before it becomes records. An empty text is what the row does not say. */
export interface ParticipantDraft {
  readonly line: number
  readonly name: string
  readonly givenName: string
  readonly organisation: string
  readonly function: string
  /** Id of a known category, else as written. */
  readonly category: string
  readonly gender: string
  /** Id of a section. */
  readonly region: string
  readonly country: string
  readonly speaksFor: (typeof SPEAKS_FOR)[number] | ''
  readonly email: string
  readonly phone: string
  readonly lang: string
}

export interface ParticipantIssue {
  readonly line: number
  /** Empty when it is about no column. */
  readonly column: string
  readonly type:
    | 'NobodyNamed'
    | 'WordsTooLong'
    | 'TooManyCells'
    | 'QuoteMisplaced'
    | 'PersonErased'
    | 'UnknownGender'
    | 'UnknownRegion'
    | 'UnknownSpeaksFor'
    | 'UnknownLang'
    | 'BadEmail'
    | 'HiddenMark'
    | 'TooFewCells'
  readonly value: string
}

/** Why a row gives nobody; all other issues only leave a value out. */
export const REFUSING: ReadonlySet<ParticipantIssue['type']> = new Set([
  'NobodyNamed',
  'WordsTooLong',
  'TooManyCells',
  'QuoteMisplaced',
  'PersonErased',
])
