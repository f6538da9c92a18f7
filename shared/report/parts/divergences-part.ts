import { formatDay } from '../../i18n/format.ts'
import { attributionAtStart, label } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { bold, muted } from '../blocks.ts'
import { representatives, type Saying } from '../contributions.ts'
import type { Divergence, Side } from '../divergences.ts'
import { noteLinks } from '../note-links.ts'
import { reported } from '../note-text.ts'
import { run, runs, type Block, type Runs } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import { sectionName, type ReportContext } from '../report-context.ts'
import { CHATHAM, type ReportNote } from '../report-note.ts'

/** One table of positions per divided theme. */
export function divergencesPart(context: ReportContext, { divergences }: AxisReport): readonly Block[] {
  if (divergences.length === 0) return []
  const { t, lang, request } = context
  const lead = muted(t('document:divergences.lead', { day: formatDay(request.date, lang) }))
  return [lead, ...divergences.map((divergence) => positions(context, divergence))]
}

function positions(context: ReportContext, { theme, sides }: Divergence): Block {
  const { t } = context
  const [only, ...others] = sides
  const isOneSided = others.length === 0 && only?.[0] !== 'stated'
  const withSections = context.regions.length > 0 && context.request.type !== 'regional'
  return {
    type: 'table',
    caption: label(context, theme),
    header: [
      runs(t('document:divergences.position')),
      ...(withSections ? [runs(t('document:divergences.sections'))] : []),
      runs(t('document:divergences.organisations')),
    ],
    rows: sides.map(([side, notes]) => row(context, side, notes, withSections)),
    widths: withSections ? [62, 22, 16] : [80, 20],
    figures: [withSections ? 2 : 1],
    ...(isOneSided && { legend: t('document:divergences.oneSided') }),
    small: true,
  }
}

const row = (context: ReportContext, side: Side, notes: readonly ReportNote[], withSections: boolean) => [
  position(context, side, notes),
  ...(withSections ? [runs(sectionsOf(context, notes))] : []),
  runs(`${organisationsOf(notes)}`),
]

/** What one side says, by the one of its notes that says it best. */
export function position(
  context: ReportContext,
  side: Side,
  notes: readonly ReportNote[],
  { most, who = attributionAtStart }: Saying = {},
): Runs {
  const { t } = context
  const explicit = notes.filter(({ kind, record }) => kind === 'divergence' || record.f.stance !== undefined)
  const [best] = representatives(context, explicit.length > 0 ? explicit : notes, 1)
  if (best === undefined) return []
  return [
    bold(`${t(`document:divergences.${side}`)} `),
    run(`${t('document:statement.who', { who: who(context, best) })} `),
    ...reported(context, best, most),
    ...noteLinks(context, notes),
  ]
}

/** Sections heard on one side; a note of which nothing may be said names none. */
function sectionsOf(context: ReportContext, notes: readonly ReportNote[]): string {
  const heard = new Set(notes.filter(({ level }) => level < CHATHAM).map(({ region }) => region))
  const names = context.allRegions.filter(({ id }) => heard.has(id)).map(({ id }) => sectionName(context, id))
  return [...names, ...(heard.has(null) ? [sectionName(context, null)] : [])].join(', ')
}
