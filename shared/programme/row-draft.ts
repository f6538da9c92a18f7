import type { STANCES } from '../model/kinds.ts'
import type { Choice, Known } from './label-index.ts'

/** A note as a row says it, before it becomes records. Absent is what the row does not say. */
export interface RowDraft {
  readonly line: number
  /** With the title before it, when both are mapped. */
  readonly text: string
  readonly title?: string
  readonly axis: Choice
  readonly region?: Choice
  readonly themes: readonly Choice[]
  readonly lang: string
  /** Rows with the same key are the same voice; absent when nobody is counted. */
  readonly voice?: string
  readonly speaker?: string
  readonly organisation?: string
  /** ISO day. */
  readonly date?: string
  readonly kind?: string
  readonly stance?: (typeof STANCES)[number]
  /** Id of a known category, else as written. */
  readonly category?: string
  readonly country?: string
}

export interface RowIssue<Type extends string> {
  readonly line: number
  /** Empty when the value comes from no column. */
  readonly column: string
  readonly type: Type
  /** The words that were not understood; never the text of the note. */
  readonly value: string
}

/** Why a row gives no note; the other rows do. */
export type RowError = RowIssue<
  | 'EmptyText'
  | 'TextTooLong'
  | 'AxisMissing'
  | 'UnknownAxis'
  | 'UnknownRegion'
  | 'UnknownTheme'
  | 'UnknownKind'
  | 'UnknownStance'
  | 'BadDate'
  | 'TooManyCells'
  | 'QuoteMisplaced'
>

/** What a person should look at in a row that gives a note all the same. */
export type RowWarning = RowIssue<'TooFewCells' | 'AmbiguousDate' | 'HiddenMark' | 'DatesAmongTexts'>

/** Records that rows name. Without `kinds` and `stances` only their ids are understood. */
export interface KnownLabels {
  readonly axes: readonly Known[]
  readonly regions: readonly Known[]
  readonly themes: readonly Known[]
  readonly kinds?: readonly Known[]
  readonly stances?: readonly Known[]
  readonly categories?: readonly Known[]
}

export interface RowOptions {
  /** Which labels may be created when no record carries them; otherwise their rows are refused. */
  readonly create: { readonly axes?: boolean; readonly regions?: boolean; readonly themes?: boolean }
  /** Whose voice a row is: of the speaker and organisation it names, of one more person each time, or of nobody. */
  readonly voices: 'column' | 'row' | 'none'
  readonly defaultLang: string
}
