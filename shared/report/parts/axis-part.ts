import { formatDay, formatList } from '../../i18n/format.ts'
import { labelOf } from '../../model/label.ts'
import { members } from '../../model/record.ts'
import { listed } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { bold, chapter, muted, section } from '../blocks.ts'
import { inLanguage } from '../note-text.ts'
import { runs, type Block, type Fact } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import type { ReportContext } from '../report-context.ts'
import { conclusiveSections } from './coverage-part.ts'
import { divergencesPart } from './divergences-part.ts'
import { commitmentsPart, conclusionsPart, practicesPart, questionsPart } from './lists-part.ts'
import { otherThemesPart } from './other-themes-part.ts'
import { outputPart } from './output-part.ts'
import { quotesPart } from './quotes-part.ts'
import { recommendationsPart } from './recommendations-part.ts'
import { statementPart } from './statement-part.ts'
import { synthesisPart } from './synthesis-part.ts'

/** An axis from a new page: what it is, what is common, what is specific, what divides, what is asked and promised. */
export function axisPart(context: ReportContext, report: AxisReport): readonly Block[] {
  const { t } = context
  if (report.notes.length === 0)
    return [axisTitle(context, report), ...facts(context, report), muted(t('document:axis.empty'))]
  const { axis } = report
  return [
    axisTitle(context, report),
    ...facts(context, report),
    ...synthesisPart(context, axis, 'summary'),
    ...trendsPart(context, report),
    ...specificitiesPart(context, report),
    ...section(2, t('document:divergences.title'), [
      ...divergencesPart(context, report),
      ...synthesisPart(context, axis, 'divergences'),
    ]),
    ...otherThemesPart(context, report),
    ...section(2, t('document:practices.title'), practicesPart(context, report)),
    ...section(2, t('document:recommendations.title'), recommendationsPart(context, report)),
    ...section(2, t('document:commitments.title'), commitmentsPart(context, report)),
    ...section(2, t('document:questions.title'), questionsPart(context, report)),
    ...section(2, t('document:conclusions.title'), conclusionsPart(context, report)),
    ...section(2, t('document:quotes.title'), quotesPart(context, report)),
    ...outputPart(context, report),
  ]
}

function axisTitle({ t, lang, axes }: ReportContext, { axis: { record, number } }: AxisReport): Block {
  if (record === null) return chapter(axes.length === 1 ? t('document:annex.notes') : t('document:axis.none'))
  return chapter(t('document:axis.title', { number, label: labelOf(record, lang) }))
}

function facts(context: ReportContext, report: AxisReport): readonly Block[] {
  const { t, lang } = context
  const { record } = report.axis
  const translated = (field: string) =>
    inLanguage(context, labelOf(record ?? undefined, lang, field), languageOf(context, report, field))
  const capitals =
    record === null ? [] : members(record, 'capital').map((capital) => listed(context, 'capital', capital))
  const written: readonly Fact[] = [
    { label: t('document:axis.sessions'), value: runs(sessionDays(context, report)) },
    { label: t('document:axis.capitals'), value: runs(formatList(capitals, lang)) },
    { label: t('document:axis.vision'), value: [translated('vision')] },
    { label: t('document:axis.objective'), value: [translated('objective')] },
    { label: t('document:axis.coverage'), value: runs(coverageOf(context, report)) },
  ]
  return [
    {
      type: 'facts',
      caption: t('document:axis.facts'),
      facts: written.filter(({ value }) => value.some(({ text }) => text !== '')),
    },
  ]
}

/** A field that has no translation in the document's language stands in that of the process. */
function languageOf({ lang, consultation }: ReportContext, { axis }: AxisReport, field: string): string | undefined {
  return axis.record?.f[`${field}:${lang}`] === undefined ? consultation?.f.lang : lang
}

function sessionDays({ sessions, lang }: ReportContext, { axis, notes }: AxisReport): string {
  const heard = new Set(notes.map(({ record }) => record.f.session))
  const days = sessions
    .filter(({ id, f }) => heard.has(id) || (axis.id !== null && f[`axis:${axis.id}`] === true))
    .flatMap(({ f }) => f.date ?? [])
  return formatList(
    [...new Set(days)].map((day) => formatDay(day, lang)),
    lang,
  )
}

function coverageOf(context: ReportContext, { axis }: AxisReport): string {
  const { t, lang, request, house, people } = context
  const heard = people.filter((speaker) => speaker.axis === axis.id)
  const day = formatDay(request.date, lang)
  const speakers = t(`document:count.speakers.${house}`, { count: heard.length })
  const organisations = t('document:count.organisations', { count: organisationsOf(heard) })
  const isCompared = context.readings !== 'none' && (request.type === 'global' || request.type === 'thematic')
  const sections = isCompared && axis.id !== null ? conclusiveSections(context, axis.id) : null
  return sections === null
    ? t('document:axis.coveragePlain', { speakers, organisations, day })
    : t('document:axis.coverageValue', { sections, speakers, organisations, day })
}

function trendsPart(context: ReportContext, { axis, trends }: AxisReport): readonly Block[] {
  const { t, request } = context
  const { type, region } = request
  const title =
    type === 'session'
      ? t('document:themes.title')
      : type === 'regional'
        ? t('document:trends.contributions')
        : context.regions.length === 0
          ? t('document:trends.shared')
          : t('document:trends.title')
  const place = { region: type === 'regional' ? region : undefined }
  const stated = trends.flatMap((trend) => statementPart(context, trend, place))
  const blocks = [...synthesisPart(context, axis, 'trends'), ...stated]
  return section(2, title, blocks.length > 0 ? blocks : [muted(t('document:trends.none'))])
}

function specificitiesPart(context: ReportContext, { axis, specificities }: AxisReport): readonly Block[] {
  const { t, lang, records, regions, request } = context
  if (request.type === 'session' || regions.length === 0) return []
  const stated = specificities.flatMap((specificity) => {
    const region = specificity.statement.region ?? undefined
    const name = region === undefined ? '' : labelOf(records.get(region), lang)
    const lead = request.type === 'regional' ? [] : [bold(`${name}. `)]
    return statementPart(context, specificity, { lead, region })
  })
  const blocks = [...stated, ...synthesisPart(context, axis, 'specificities')]
  return section(
    2,
    t('document:specificities.title'),
    blocks.length > 0 ? blocks : [muted(t('document:specificities.none'))],
  )
}
