import type { ArchiveFormImported } from '#shared/contract/form-calls.ts'
import type { Said, Words } from './said.ts'

/** Remarks told one by one: beyond, their number says enough. */
const TOLD = 20

export const sayForm = (made: { readonly file: string }, words: Words): Said => ({
  lines: [words('cli:done.report', made)],
  warnings: [],
})

export function sayFormImported({ issues, added, ...made }: ArchiveFormImported, words: Words): Said {
  const told = issues
    .slice(0, TOLD)
    .map(({ part, line, type, value }) =>
      words(`form:issue.${type}`, { place: words(`form:issue.place.${part}`, { line }), value }),
    )
  const more = issues.length - told.length
  return {
    lines: [words('cli:done.imported', { count: added, ...made })],
    warnings: [...told, ...(more > 0 ? [words('form:dialog.more', { count: more })] : [])],
  }
}
