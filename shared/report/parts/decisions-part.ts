import { formatDay } from '../../i18n/format.ts'
import { follow, joinedRecord } from '../../evidence/follow.ts'
import type { Reading } from '../../evidence/evidence.ts'
import { isKind, members, type RecordOf } from '../../model/record.ts'
import { listed } from '../attribution.ts'
import { byText } from '../in-order.ts'
import { written } from '../note-text.ts'
import { run, runs, type Block, type Runs } from '../outline.ts'
import { readingWords } from '../presence.ts'
import { sectionName, type ReportContext } from '../report-context.ts'

type Tag = RecordOf<'tag'>

/** What a person decided, why, and what the data answer: the two never replace one another. */
export function decisionsPart(context: ReportContext): readonly Block[] {
  const { t, lang, request } = context
  const tags = tagsShown(context)
  if (tags.length === 0 || request.type === 'session') return []
  const withReadings = context.readings !== 'none'
  return [
    {
      type: 'table',
      caption: t('document:decisions.caption'),
      header: [
        t('document:decisions.label'),
        t('document:decisions.scope'),
        t('document:decisions.reason'),
        ...(withReadings ? [t('document:decisions.reading')] : []),
      ].map(runs),
      rows: tags.map((tag) => row(context, tag, withReadings)),
      widths: withReadings ? [24, 20, 34, 22] : [30, 25, 45],
      legend: t('document:decisions.legend', { count: tags.length, day: formatDay(request.date, lang) }),
      small: true,
    },
  ]
}

/** Those of the axes of the document, in their order; a section's synthesis leaves out what concerns other sections. */
function tagsShown({ records, axes, request }: ReportContext): readonly Tag[] {
  const place = ({ f }: Tag) => axes.findIndex(({ id }) => id === (joinedRecord(records, f.axis, 'axis')?.id ?? null))
  const concerns = (tag: Tag) =>
    request.type !== 'regional' ||
    tag.f.scope !== 'specificity' ||
    members(tag, 'region').some((region) => follow(records, region, 'into') === request.region)
  return [...records.values()]
    .filter((record) => isKind(record, 'tag'))
    .filter((tag) => place(tag) >= 0 && concerns(tag))
    .toSorted(
      (one, other) =>
        place(one) - place(other) || byText(one.f.label ?? '', other.f.label ?? '') || byText(one.id, other.id),
    )
}

function row(context: ReportContext, tag: Tag, withReadings: boolean): readonly Runs[] {
  const { scope = 'trend', label = '', reason = '' } = tag.f
  const sections = members(tag, 'region').map((region) => sectionName(context, region))
  const said = [listed(context, 'scope', scope), ...sections].join(', ')
  return [
    [written(context, label)],
    runs(said),
    [written(context, reason)],
    ...(withReadings ? [readings(context, tag)] : []),
  ]
}

/** Every reading of the tag's themes; a decision that none of them supports is for its author to justify. */
function readings(context: ReportContext, tag: Tag): Runs {
  const { records, t } = context
  const axis = joinedRecord(records, tag.f.axis, 'axis')?.id ?? null
  const found = members(tag, 'theme').flatMap((theme) => context.readingOf(axis, follow(records, theme, 'into')) ?? [])
  const words = [...new Set(found.map((reading) => readingWords(context, reading)))].join(
    t('document:attribution.separator'),
  )
  return isSupported(tag, found)
    ? runs(words)
    : [run(words), run(` (${t('document:decisions.toJustify')})`, { warn: true })]
}

/** Too few voices to tell is no contradiction: the judgement stands for itself. */
function isSupported({ f }: Tag, found: readonly Reading[]): boolean {
  if (found.every(({ kind }) => kind === 'inconclusive')) return true
  return f.scope === 'trend'
    ? found.some(({ kind }) => kind === 'trend')
    : found.some(({ specificTo }) => specificTo.length > 0)
}
