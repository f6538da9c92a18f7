import { QUOTABLE_CHANNELS } from '../process/lists.ts'
import type { ReportContext } from './report-context.ts'
import type { ReportNote } from './report-note.ts'
import { run, type Run, type Runs } from './outline.ts'

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'])

/** Marks that people put around quoted words, opening and closing. */
const QUOTED = /^\s*[«“„"]\s*(?<inside>[^«“„"]*?)\s*[»”“"]\s*(?<end>[.!?]?)\s*$/u

/** Ends of a sentence in the scripts that notes are written in. */
const SENTENCE_END = /[.!?…؟۔。！？](?=\s|$)/gu

/** What is printed of one contribution in the body; the annex has the rest. */
const CUT = 240

/** A text of another language than the document's carries its language and direction. */
export const inLanguage = ({ lang }: ReportContext, text: string, written: string | undefined): Run =>
  written === undefined || written === '' || written === lang
    ? run(text)
    : run(text, { lang: written, ...(RIGHT_TO_LEFT.has(written.split('-')[0] ?? '') && { dir: 'rtl' as const }) })

/** A text that someone wrote for the process, in the language of the process. */
export const written = (context: ReportContext, text: string): Run =>
  inLanguage(context, text, context.consultation?.f.lang)

/** Without the quotation marks that enclose the whole text. */
export function unquoted(text: string): string {
  const found = QUOTED.exec(text)?.groups
  return found === undefined ? text : `${found['inside']}${found['end']}`
}

/** The beginning of a text, up to the end of a sentence where one comes in time. */
export function shortened(text: string, most = CUT): string {
  if (text.length <= most) return text
  const ends = [...text.slice(0, most).matchAll(SENTENCE_END)]
  const last = ends.at(-1)
  if (last !== undefined) return text.slice(0, last.index + 1)
  const space = text.lastIndexOf(' ', most - 4)
  return `${text.slice(0, space > 0 ? space : most - 4)} […]`
}

/** The text of a note that a reader of the document reads: its translation when there is one, else as it was said. */
function readable(context: ReportContext, { record: { f } }: ReportNote): Run {
  const isTranslated = f.lang !== context.lang && f.translationLang === context.lang && (f.translation ?? '') !== ''
  return isTranslated ? run(f.translation ?? '') : inLanguage(context, f.text ?? '', f.lang)
}

/** Whether a reader of the document's language can read it. */
export const isReadable = (context: ReportContext, note: ReportNote): boolean =>
  readable(context, note).lang === undefined

/**
 * A contribution as reported speech: no quotation marks, cut; both versions, marked, when the text is in conflict; marked
 * too while a figure or a fact in it is to be verified.
 */
export function reported(context: ReportContext, note: ReportNote, most = CUT): Runs {
  if (textVersions(note).length > 1) return [...toVerify(context, note), ...unsettledText(context, note)]
  const said = readable(context, note)
  return [...toVerify(context, note), { ...said, text: shortened(unquoted(said.text), most) }]
}

/** Left out, it could not be mended by those who read the document and know; unmarked, it would pass for established. */
const toVerify = ({ t }: ReportContext, { record: { f, conflicts } }: ReportNote): Runs =>
  f.toCheck === true || conflicts?.['toCheck'] !== undefined
    ? [run(`${t('document:notes.toVerify')} `, { warn: true })]
    : []

const textVersions = ({ record: { conflicts } }: ReportNote): readonly string[] =>
  (conflicts?.['text'] ?? []).filter((version): version is string => typeof version === 'string')

function unsettledText(context: ReportContext, note: ReportNote): Runs {
  const { t } = context
  return textVersions(note).flatMap((version, index) => {
    const mark = index === 0 ? t('document:notes.unsettled') : t('document:notes.otherVersion')
    const text = inLanguage(context, unquoted(version), note.record.f.lang)
    return [run(`${index === 0 ? '' : '\n'}${mark} `, { warn: true }), { ...text, warn: true as const }]
  })
}

/** A whole note, for the annex: as it was said, then its translation beneath. Quotation marks only for checked words. */
export function wholeText(context: ReportContext, note: ReportNote): Runs {
  const { f } = note.record
  const isSplit = textVersions(note).length > 1
  const said = inLanguage(context, isQuotable(note) ? (f.text ?? '') : unquoted(f.text ?? ''), f.lang)
  const original = [...toVerify(context, note), ...(isSplit ? unsettledText(context, note) : [said])]
  if (f.translation === undefined || f.translation === '' || f.translationLang === f.lang) return original
  const translation = isQuotable(note) ? f.translation : unquoted(f.translation)
  const mark = run(`\n${context.t('document:notes.translation')} `, { italic: true })
  return [...original, mark, inLanguage(context, translation, f.translationLang)]
}

/** Words that may stand between quotation marks: they were checked on the recording or read by their author. */
export const isQuotable = ({ kind, record: { f } }: ReportNote): boolean =>
  kind === 'quote' &&
  (f.quoteState === 'checked' || f.quoteState === 'approved') &&
  // Words that came through an interpreter, or that someone summed up, are nobody's own.
  QUOTABLE_CHANNELS.some((channel) => channel === (f.channel ?? 'speech'))
