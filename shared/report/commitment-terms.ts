import { run, type Runs } from './outline.ts'
import { inLanguage, shortened } from './note-text.ts'
import type { ReportContext } from './report-context.ts'
import type { ReportNote } from './report-note.ts'

const TERMS = ['holder', 'due', 'condition'] as const

/**
 * « (responsable : la ville ; échéance : juin) »: who will act, when, on what condition, as far as it was said. An
 * organisation that the rule keeps was withheld before. Nothing for a note that commits to nothing.
 */
export function commitmentTerms(context: ReportContext, { kind, record: { f } }: ReportNote, most: number): Runs {
  if (kind !== 'commitment') return []
  const { t } = context
  const said = TERMS.flatMap((term) => {
    const words = f[term]?.trim() ?? ''
    return words === '' ? [] : [{ term, words: inLanguage(context, shortened(words, most), f.lang) }]
  })
  const separator = t('document:attribution.separator')
  return said.length === 0
    ? []
    : [
        ...said.flatMap(({ term, words }, index) => [
          run(`${index === 0 ? ' (' : separator}${t(`document:commitments.${term}`)} `),
          words,
        ]),
        run(')'),
      ]
}
