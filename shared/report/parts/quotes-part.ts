import { attributionAtStart, listed } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { noteLinks } from '../note-links.ts'
import { inLanguage, isQuotable, unquoted } from '../note-text.ts'
import { type Block } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'
import type { ReportNote } from '../report-note.ts'

/** Words that were checked, between quotation marks. A quotation still to be read again is reported speech, elsewhere. */
export const quotesPart = (context: ReportContext, { notes }: AxisReport): readonly Block[] =>
  notes
    .filter((note) => note.settled && isQuotable(note) && note.record.f.text !== undefined)
    .map((note) => quote(context, note))

function quote(context: ReportContext, note: ReportNote): Block {
  const { t } = context
  const { text = '', lang, translation = '', translationLang, quoteState = '' } = note.record.f
  const words = t('document:quotes.words', { words: unquoted(text) })
  const translated =
    translation !== '' && lang !== context.lang && translationLang === context.lang
      ? [t('document:quotes.translation', { words: unquoted(translation) })]
      : []
  return {
    type: 'verbatim',
    runs: [inLanguage(context, words, lang), ...noteLinks(context, [note])],
    attribution: [attributionAtStart(context, note), listed(context, 'quoteState', quoteState), ...translated].join(
      t('document:attribution.separator'),
    ),
  }
}
