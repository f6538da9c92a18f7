import { formatDay } from '../../i18n/format.ts'
import { THRESHOLDS } from '../../evidence/thresholds.ts'
import type { AnyRecord } from '../../model/record.ts'
import { runs, type Block, type Runs } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import { axisName, sectionName, type ReportAxis, type ReportContext } from '../report-context.ts'
import { interventionsOf } from '../report-note.ts'

const NO_DATA = '–'

/** « 5 sections concluantes sur 6 »; `null` where nobody was heard of on the axis or where there is no section. */
export function conclusiveSections({ t, regions, evidence }: ReportContext, axis: string): string | null {
  if (regions.length === 0) return null
  const read = evidence.readings.find((reading) => reading.axis === axis)
  const total = read === undefined ? regions.length : read.conclusive + read.withoutData
  return t('document:presence.sections', { count: read?.conclusive ?? 0, conclusive: total })
}

/** Who was heard on each axis, section by section: what was not held is a dash, never a zero. */
export function coveragePart(context: ReportContext): readonly Block[] {
  const axes = context.axes.filter(({ id }) => id !== null)
  if (axes.length === 0) return []
  return [context.regions.length === 0 ? plainTable(context, axes) : sectionTable(context, axes)]
}

function sectionTable(context: ReportContext, axes: readonly ReportAxis[]): Block {
  const { t, house, regions, people, evidence } = context
  const withOutside = people.some(({ region }) => region === null)
  const rows = axes.map((axis) => {
    const counts = regions.map(({ id }) => evidence.voicesByAxisRegion[axis.id ?? '']?.[id] ?? null)
    const outside = withOutside ? [people.filter((one) => one.axis === axis.id && one.region === null).length] : []
    const all = [...counts, ...outside]
    const total = all.reduce<number>((sum, count) => sum + (count ?? 0), 0)
    return [
      runs(rowName(context, axis)),
      ...counts.map(shown),
      ...outside.map((count) => runs(`${count}`)),
      inBold(total),
    ]
  })
  const columns = [
    ...regions.map(({ id }) => sectionName(context, id)),
    ...(withOutside ? [sectionName(context, null)] : []),
  ]
  return {
    type: 'table',
    caption: t(`document:participation.coverage.${house}`),
    header: [t('document:participation.axis'), ...columns, t('document:participation.total')].map(runs),
    rows,
    widths: [36, ...columns.map(() => 8), 8],
    figures: [...columns.map((_, index) => index + 1), columns.length + 1],
    legend: legendOf(context),
    small: true,
  }
}

const rowName = (context: ReportContext, axis: ReportAxis): string =>
  context.t('document:axis.row', { number: axis.number, label: axisName(context, axis) })

const shown = (count: number | null): Runs =>
  runs(count === null ? NO_DATA : count < THRESHOLDS.conclusiveVoices ? `(${count})` : `${count}`)

const inBold = (total: number): Runs => [{ text: `${total}`, bold: true }]

function legendOf(context: ReportContext): string {
  const { t, lang, request } = context
  const counted = t('document:participation.counted', { day: formatDay(request.date, lang) })
  return [t('document:participation.marks'), ...statesOf(context), counted].join(' ')
}

const UNHELD = ['to-confirm', 'confirmed', 'not-held', 'inactive'] as const

/** The sections whose own consultation was not held, by state. */
function statesOf(context: ReportContext): readonly string[] {
  return UNHELD.flatMap((state) => {
    const those = context.allRegions.filter((region) => stateOf(region) === state)
    const sections = those.map(({ id }) => sectionName(context, id)).join(', ')
    return those.length === 0 ? [] : [context.t(`document:participation.state.${state}`, { sections })]
  })
}

export const stateOf = ({ f }: AnyRecord): unknown => f['state'] ?? 'to-confirm'

function plainTable(context: ReportContext, axes: readonly ReportAxis[]): Block {
  const { t, house, lang, people, notes, request } = context
  return {
    type: 'table',
    caption: t(`document:participation.byAxis.${house}`),
    header: [
      t('document:participation.axis'),
      t(`document:participation.speakers.${house}`),
      t('document:participation.organisations'),
      t('document:participation.notes'),
    ].map(runs),
    rows: axes.map((axis) => {
      const heard = people.filter((one) => one.axis === axis.id)
      const taken = interventionsOf(notes.filter((note) => note.axis === axis.id))
      return [rowName(context, axis), `${heard.length}`, `${organisationsOf(heard)}`, `${taken}`].map(runs)
    }),
    widths: [55, 15, 15, 15],
    figures: [1, 2, 3],
    legend: t('document:participation.countedPlain', { day: formatDay(request.date, lang) }),
  }
}
