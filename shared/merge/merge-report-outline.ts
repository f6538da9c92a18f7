import { formatDay, formatList, formatNumber } from '../i18n/format.ts'
import type { Language } from '../i18n/languages.ts'
import { createTranslator, type Translate } from '../i18n/translator.ts'
import { bullets, heading, muted, paragraph } from '../report/blocks.ts'
import { runs, type Block, type Fact, type Outline, type Runs, type Table } from '../report/outline.ts'
import { countRows, OUTCOMES } from './count-rows.ts'
import type { MergedFile, MergeReport } from './merge-report.ts'

/** What a report says of the merge besides what it did. */
export interface MergeReportHead {
  readonly lang: Language
  /** Name of the consultation, and who holds it. */
  readonly title: string
  readonly organiser: string
  readonly sample: boolean
  /** When it was done, where it was done: `YYYY-MM-DD` and `HH:MM`. */
  readonly day: string
  readonly time: string
  readonly withdrawn: boolean
}

/** The report of a merge as a document. The same report always gives the same one. */
export function mergeReportOutline(report: MergeReport, head: MergeReportHead): Outline {
  const t = createTranslator(head.lang)
  const day = formatDay(head.day, head.lang)
  const moment = t('consolidation:report.moment', { day, time: head.time })
  return {
    lang: head.lang,
    title: head.title,
    documentKind: t('consolidation:report.kind'),
    organiser: head.organiser,
    version: moment,
    ...(head.sample && { footer: t('document:sample') }),
    date: head.day,
    blocks: [
      { type: 'cover', facts: factsOf(report, head, moment, t) },
      ...filesPart(report, head.lang, t),
      ...countsPart(report, head.lang, t),
      ...refusedPart(report, t),
      ...asidePart(report, head.lang, t),
      ...missingPart(report, head.lang, t),
      ...conflictsPart(report, t),
      muted(t('consolidation:report.promise')),
    ],
  }
}

function factsOf(
  { files, newOperations, waiting }: MergeReport,
  head: MergeReportHead,
  moment: string,
  t: Translate,
): Fact[] {
  const taken = files.filter(({ state }) => state !== 'refused').length
  const sections = [...new Set(files.flatMap((file) => file.sections))]
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('consolidation:report.when'), moment],
    [t('consolidation:report.files'), t('consolidation:report.taken', { count: taken, total: files.length })],
    [t('consolidation:report.sections'), formatList(sections, head.lang)],
    [t('consolidation:report.brought'), t('consolidation:report.writings', { count: newOperations })],
    [
      t('consolidation:report.waitingTitle'),
      waiting === 0 ? '' : t('consolidation:report.writings', { count: waiting }),
    ],
    [t('consolidation:report.state'), t(`consolidation:report.${head.withdrawn ? 'isWithdrawn' : 'stands'}`)],
  ]
  return facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value: runs(value) }]))
}

function filesPart({ files }: MergeReport, lang: Language, t: Translate): readonly Block[] {
  const figure = (value: number): Runs => runs(formatNumber(value, lang))
  const table: Table = {
    type: 'table',
    caption: t('consolidation:report.filesCaption'),
    header: [
      t('merge:files.file'),
      t('consolidation:report.section'),
      t('merge:files.stateTitle'),
      t('merge:files.notes'),
      t('merge:counts.added'),
      t('merge:counts.updated'),
      t('merge:counts.conflicting'),
    ].map(runs),
    rows: files.map((file) => {
      const notes = file.counts['note']
      return [
        runs(file.seq === null ? file.name : `${file.name} (${t('merge:files.number', { number: file.seq })})`),
        runs(formatList(file.sections, lang) || '–'),
        runs(t(`consolidation:report.fileState.${file.state}`)),
        file.state === 'refused' ? runs('–') : figure(file.notes),
        notes === undefined ? runs('–') : figure(notes.added),
        notes === undefined ? runs('–') : figure(notes.updated),
        notes === undefined ? runs('–') : figure(notes.conflicting),
      ]
    }),
    widths: [6, 3, 2.4, 1.4, 1.7, 1.7, 1.9],
    figures: [3, 4, 5, 6],
    legend: t('consolidation:report.filesLegend'),
    small: true,
  }
  return [heading(1, t('consolidation:report.filesTitle')), table]
}

function countsPart({ counts, replacesOurs }: MergeReport, lang: Language, t: Translate): readonly Block[] {
  if (Object.keys(counts).length === 0) return []
  const table: Table = {
    type: 'table',
    caption: t('consolidation:report.countsCaption'),
    header: [t('merge:counts.kinds'), ...OUTCOMES.map((outcome) => t(`merge:counts.${outcome}`))].map(runs),
    rows: countRows(counts).map((row) => {
      const figures = OUTCOMES.map((outcome) => formatNumber(row[outcome], lang))
      return [t(`merge:kind.${row.kind}`), ...figures].map(runs)
    }),
    widths: [3, ...OUTCOMES.map(() => 1.5)],
    figures: OUTCOMES.map((_, index) => index + 1),
    legend: t('consolidation:report.countsLegend'),
  }
  const replaced = replacesOurs === 0 ? [] : [paragraph(t('merge:counts.replaces', { count: replacesOurs }))]
  return [heading(1, t('merge:done.counts')), table, ...replaced]
}

/** A heading over one line per thing; nothing when there is none. */
const listed = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [heading(1, title), ...bullets(items.map(runs))]

const refusedPart = ({ files }: MergeReport, t: Translate): readonly Block[] =>
  listed(
    t('consolidation:report.refusedTitle'),
    files.flatMap(({ name, refusal }) =>
      refusal === null ? [] : [t('consolidation:report.ofFile', { name, what: refusalWords(refusal, t) })],
    ),
  )

/** What happened and what to do, as screens say it. */
function refusalWords(refusal: NonNullable<MergedFile['refusal']>, t: Translate): string {
  const key = `failure:${refusal.type}` as 'failure:Truncated'
  return `${t(`${key}.what`, { ...refusal })} ${t(`${key}.do`, { ...refusal })}`
}

const asidePart = ({ files }: MergeReport, lang: Language, t: Translate): readonly Block[] =>
  listed(
    t('consolidation:report.asideTitle'),
    files.flatMap(({ name, setAside }) =>
      setAside.map((aside) => t('consolidation:report.ofFile', { name, what: asideWords(aside, lang, t) })),
    ),
  )

/** « 2 éléments : illisible (lignes 12 et 40) ». */
function asideWords({ reason, count, lines }: MergedFile['setAside'][number], lang: Language, t: Translate): string {
  const numbers = lines.map((line) => formatNumber(line, lang))
  const named = count > numbers.length ? [...numbers, '…'] : numbers
  const why = t(`verify:fault.${reason}` as 'verify:fault.unreadable')
  return t('consolidation:report.aside', { count, why, lines: formatList(named, lang) })
}

const missingPart = ({ files }: MergeReport, lang: Language, t: Translate): readonly Block[] =>
  listed(
    t('consolidation:report.missingTitle'),
    files.flatMap(({ name, missing }) => {
      if (missing.length === 0) return []
      const numbers = missing.map((number) => t('merge:files.number', { number }))
      return [t('consolidation:report.missing', { name, numbers: formatList(numbers, lang) })]
    }),
  )

const conflictsPart = ({ conflicts }: MergeReport, t: Translate): readonly Block[] =>
  listed(
    t('consolidation:report.conflictsTitle'),
    conflicts.map((conflict) => conflictWords(conflict, t)),
  )

/** « Notes, Texte : 3 éléments à départager ». */
function conflictWords({ kind, field, count }: MergeReport['conflicts'][number], t: Translate): string {
  const words = t as unknown as (key: string, values: object) => string
  return t('consolidation:report.conflict', {
    count,
    kind: words(`merge:kind.${kind}`, { defaultValue: t('merge:kind.other') }),
    field: words(`review:field.${field}`, { defaultValue: field }),
  })
}
