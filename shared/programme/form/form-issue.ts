import type { FormPart } from './form-fields.ts'

/** Something in a form that a person should look at, by its place. */
export interface FormIssue {
  readonly part: FormPart
  /** 0 for the sitting, that is asked of once. */
  readonly line: number
  /** A field of the part, or nothing in particular. */
  readonly field: string
  readonly type: FormIssueType
  /** The words that were not understood; never the text of a note. */
  readonly value: string
}

/** Why a line is not taken, or why nothing is when it is the sitting's. */
const FORM_ERRORS = [
  'DateMissing',
  'BadDate',
  'UnknownRegion',
  'LevelMissing',
  'UnknownLevel',
  'EmptyText',
  'TextTooLong',
  'AxisMissing',
  'UnknownAxis',
  'UnknownKind',
  'UnknownStance',
  'UnknownScope',
  'NameMissing',
] as const
/** What is taken all the same. */
type FormWarning = 'AmbiguousDate' | 'BadTime' | 'HiddenMark' | 'SpeakerUnclear' | 'SectionUnknown' | 'WordUnknown'
type FormIssueType = (typeof FORM_ERRORS)[number] | FormWarning

export const isFormError = ({ type }: Pick<FormIssue, 'type'>): boolean =>
  (FORM_ERRORS as readonly string[]).includes(type)

/** Why nothing is read from a file. */
export type FormFault =
  /** It carries no mark of a form. */
  | 'NotAForm'
  | 'Damaged'
  | 'Protected'
  | 'TooLarge'
  /** A newer program made it. */
  | 'TooNew'
  | 'OtherProcess'
  /** No table has the column of texts any more. */
  | 'NotesMissing'
  /** What must be known of the sitting is not said. */
  | 'SessionUnclear'
