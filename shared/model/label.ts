import type { AnyRecord } from './record.ts'

/** The label of a record in a language when its template gives one, else as it was written. */
export function labelOf(record: AnyRecord | undefined, lang: string, field = 'label'): string {
  const translated = record?.f[`${field}:${lang}`]
  const written = record?.f[field]
  return typeof translated === 'string' ? translated : typeof written === 'string' ? written : ''
}
