import type { Language } from '../../i18n/languages.ts'

/** The version of what a form holds and of how it is read back. */
export const FORM_VERSION = 1

/** What a form says of itself, so that it is read back without a question. */
export interface FormMark {
  readonly format: number
  /** `001-2021-v1`: the template, its edition and its version. */
  readonly reference: string
  readonly lang: Language
  readonly consultation: string
}

/** `rapporteur-fiche 1 · 001-2021-v1 · fr · <consultation>`: words that a spreadsheet and a word processor leave alone. */
export const writeMark = ({ format, reference, lang, consultation }: FormMark): string =>
  ['rapporteur-fiche ' + format, reference, lang, consultation].join(' · ')

const mark =
  /rapporteur-fiche\s+(\d{1,4})\s+·\s+(.{1,200}?)\s+·\s+(fr|en|es)\s+·\s+([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/

/** The mark in a text, `null` when there is none. */
export function readMark(text: string): FormMark | null {
  const [, format, reference = '', lang, consultation = ''] = mark.exec(text) ?? []
  if (format === undefined) return null
  return { format: Number(format), reference, lang: lang as Language, consultation }
}
