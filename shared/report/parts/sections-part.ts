import { formatDay, formatList } from '../../i18n/format.ts'
import { labelOf } from '../../model/label.ts'
import type { AnyRecord, Region } from '../../model/record.ts'
import type { AxisReport } from '../axis-report.ts'
import { bold, chapter, heading, paragraph } from '../blocks.ts'
import { run, type Block } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import { axisName, type ReportContext } from '../report-context.ts'
import { CHATHAM, interventionsOf } from '../report-note.ts'
import { stateOf } from './coverage-part.ts'
import { regionOfSynthesis, synthesesOf, synthesisBlock } from './synthesis-part.ts'

type Section = AnyRecord & Region

/** Each section by itself: whether it was consulted, what was heard from it, what is its own, what it wrote. */
export function sectionsPart(context: ReportContext, reports: readonly AxisReport[]): readonly Block[] {
  const { t, regions } = context
  if (regions.length === 0) return []
  return [
    chapter(t('document:sections.title')),
    ...regions.flatMap((region) => sectionBlocks(context, reports, region)),
  ]
}

const sectionBlocks = (context: ReportContext, reports: readonly AxisReport[], region: Section): readonly Block[] => [
  heading(2, labelOf(region, context.lang)),
  paragraph(situation(context, region)),
  ...specificities(context, reports, region),
  ...summaries(context, reports, region),
]

function situation(context: ReportContext, region: Section): string {
  const { t, people, notes } = context
  const heard = people.filter((one) => one.region === region.id)
  const taken = interventionsOf(notes.filter((note) => note.region === region.id && note.level < CHATHAM))
  const said = [consultation(context, region)]
  if (heard.length === 0) return [...said, t('document:sections.noData')].join(' ')
  return [
    ...said,
    t('document:sections.heard', {
      notes: t('document:count.notes', { count: taken }),
      organisations: t('document:count.organisations', { count: organisationsOf(heard) }),
    }),
    ...inconclusive(context, region.id),
  ].join(' ')
}

const UNHELD = ['to-confirm', 'confirmed', 'not-held', 'inactive'] as const

function consultation(context: ReportContext, region: Section): string {
  const { t, lang, sessions } = context
  const state = stateOf(region)
  const unheld = UNHELD.find((known) => known === state)
  if (unheld !== undefined) return t(`document:sections.${unheld}`)
  const held = sessions.filter(({ f }) => f.region === region.id && f.state === 'held').flatMap(({ f }) => f.date ?? [])
  const days = [...new Set(held)].map((day) => formatDay(day, lang))
  return days.length === 0
    ? t('document:sections.held')
    : t('document:sections.heldOn', { days: formatList(days, lang) })
}

function inconclusive({ t, evidence, axes, readings }: ReportContext, region: string): readonly string[] {
  if (readings === 'none') return []
  const asked = axes.filter(({ id }) => id !== null)
  const conclusive = asked.filter(({ id }) =>
    evidence.readings.some(
      ({ axis, cells }) => axis === id && cells.some((cell) => cell.region === region && cell.conclusive),
    ),
  )
  const count = asked.length - conclusive.length
  return count === 0 ? [] : [t('document:sections.inconclusive', { count, axes: asked.length })]
}

function specificities({ t }: ReportContext, reports: readonly AxisReport[], region: Section): readonly Block[] {
  const own = reports.flatMap(({ specificities }) =>
    specificities.filter(({ statement }) => statement.region === region.id),
  )
  if (own.length === 0) return []
  const list = own.map(({ statement, paragraph }) =>
    t('document:sections.specificity', { label: statement.label.text, paragraph }),
  )
  return [
    paragraph([run(t('document:sections.specificities', { list: list.join(t('document:attribution.separator')) }))]),
  ]
}

const summaries = (context: ReportContext, reports: readonly AxisReport[], region: Section): readonly Block[] =>
  reports.flatMap(({ axis }) =>
    synthesesOf(context, axis, 'summary')
      .filter((synthesis) => regionOfSynthesis(context, synthesis) === region.id)
      .map((synthesis) => synthesisBlock(context, synthesis, [bold(`${axisName(context, axis)}. `)])),
  )
