import { run, type Runs } from './outline.ts'
import type { ReportContext } from './report-context.ts'
import type { ReportNote } from './report-note.ts'

/** More numbers than this are no help to a reader: the annex is ordered so that the others are near. */
const MOST_LINKS = 8

/** « [12, 45] »: the notes that a sentence rests on, as links to the annex. Nothing for none. */
export function noteLinks({ numberOf }: ReportContext, notes: readonly ReportNote[]): Runs {
  const numbers = [...new Set(notes)].flatMap((note) => numberOf.get(note) ?? []).toSorted((a, b) => a - b)
  if (numbers.length === 0) return []
  const shown = numbers.slice(0, MOST_LINKS)
  const links = shown.flatMap((number, index) => {
    const link = run(`${number}`, { noteLink: number })
    return index === 0 ? [link] : [run(', '), link]
  })
  return [run('\u00a0['), ...links, run(numbers.length > MOST_LINKS ? ', …]' : ']')]
}
