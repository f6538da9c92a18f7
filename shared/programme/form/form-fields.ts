import { catalogues } from '../../i18n/catalogues.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { normalise } from '../../search/normalise.ts'

/** What a form asks, in the order in which it asks it: of the sitting once, of each note and of each person by line. */
export const FORM_FIELDS = {
  session: ['label', 'date', 'start', 'place', 'region', 'level'],
  note: ['time', 'speaker', 'function', 'organisation', 'axis', 'kind', 'stance', 'scope', 'text', 'themes'],
  person: ['givenName', 'name', 'function', 'organisation', 'category', 'gender', 'region', 'speaksFor'],
} as const
export type FormPart = keyof typeof FORM_FIELDS
export type FieldOf<P extends FormPart> = (typeof FORM_FIELDS)[P][number]

/** Finds the field of a part that a heading names, in any language of the catalogues; what follows on further lines is a hint. */
export function fieldFinder<P extends FormPart>(part: P): (heading: string) => FieldOf<P> | undefined {
  const fields = new Map<string, FieldOf<P>>()
  for (const language of LANGUAGES) {
    const names: Readonly<Record<string, string>> = catalogues[language].form.field[part]
    for (const field of FORM_FIELDS[part] as readonly FieldOf<P>[]) fields.set(normalise(names[field] ?? ''), field)
  }
  return (heading) => fields.get(normalise(firstLine(heading)))
}

const firstLine = (heading: string): string => heading.split('\n', 1)[0] ?? ''
