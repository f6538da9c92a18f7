import type { RegisterEntry } from '#shared/contract/backup-calls.ts'

/** What the register calls each kind and audience, and how it writes a moment. */
export interface RegisterWords {
  readonly what: (entry: RegisterEntry) => string
  readonly when: (at: number) => string
  readonly notes: (count: number) => string
  /** What it was narrowed to, and how it was locked. */
  readonly how: (entry: RegisterEntry) => readonly string[]
}

/** The register as lines of a table that any program takes: one file a line, columns apart by tabulations. */
export const registerText = (register: readonly RegisterEntry[], words: RegisterWords): string =>
  register
    .map((entry) =>
      [
        words.when(entry.at),
        words.what(entry),
        entry.name ?? '',
        entry.notes === null ? '' : words.notes(entry.notes),
        entry.to,
        words.how(entry).join(', '),
        entry.file ?? '',
      ]
        .map(oneCell)
        .join('\t'),
    )
    .join('\n')

/** Words that a person typed stay in their column. */
const oneCell = (text: string): string => text.replace(/[\t\r\n]+/gu, ' ')
