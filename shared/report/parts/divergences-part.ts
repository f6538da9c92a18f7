import { attributionAtStart, label } from '../attribution.ts'
import { bold } from '../blocks.ts'
import { representatives } from '../contributions.ts'
import { noteLinks } from '../note-links.ts'
import { reported } from '../note-text.ts'
import { run, runs, type Block, type Runs } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import { axisName, sectionName, type ReportAxis, type ReportContext } from '../report-context.ts'
import { formatDay } from '../../i18n/format.ts'
import { CHATHAM, type ReportNote } from '../report-note.ts'
import { notesOn, themesOf } from '../statements.ts'

const SIDES = ['supports', 'nuances', 'opposes'] as const
type Side = (typeof SIDES)[number]

/** A theme on which people of an axis disagreed, with what each side said. */
export interface Divergence {
  readonly theme: string
  readonly sides: readonly (readonly [Side, readonly ReportNote[]])[]
}

/** Themes that someone opposed, or on which a divergence was noted; those that divide sections first. */
export function divergencesOf(context: ReportContext, axis: ReportAxis): readonly Divergence[] {
  const divided = themesOf(context, axis).flatMap((theme) => {
    const notes = notesOn(context, axis, [theme]).filter(({ named }) => named.includes(theme))
    const isDivided = notes.some(({ kind, record }) => kind === 'divergence' || record.f.stance === 'opposes')
    return isDivided ? [{ theme, sides: sidesOf(notes) }] : []
  })
  return divided.toSorted((one, other) => strength(context, axis, other) - strength(context, axis, one))
}

/** A note without stance raises the theme: it counts with those that support it. */
const sidesOf = (notes: readonly ReportNote[]): Divergence['sides'] =>
  SIDES.map((side) => [side, notes.filter(({ record }) => (record.f.stance ?? 'supports') === side)] as const).filter(
    ([, held]) => held.length > 0,
  )

function strength(context: ReportContext, axis: ReportAxis, { theme, sides }: Divergence): number {
  const isRead = context.readingOf(axis.id, theme)?.kind === 'divergence'
  const opposing = sides.find(([side]) => side === 'opposes')?.[1].length ?? 0
  return (isRead ? 1000 : 0) + opposing
}

/** One table of positions per divided theme. */
export function divergencesPart(context: ReportContext, axis: ReportAxis): readonly Block[] {
  const { t, regions, lang, request } = context
  const withSections = regions.length > 0
  return divergencesOf(context, axis).map(({ theme, sides }) => {
    const oneSided = sides.length === 1 ? [t('document:divergences.oneSided')] : []
    const day = formatDay(request.date, lang)
    return {
      type: 'table',
      caption: label(context, theme) || axisName(context, axis),
      header: [
        runs(t('document:divergences.position')),
        ...(withSections ? [runs(t('document:divergences.sections'))] : []),
        runs(t('document:divergences.organisations')),
      ],
      rows: sides.map(([side, notes]) => [
        position(context, side, notes),
        ...(withSections ? [runs(sectionsOf(context, notes))] : []),
        runs(`${organisationsOf(notes)}`),
      ]),
      widths: withSections ? [62, 22, 16] : [80, 20],
      figures: [withSections ? 2 : 1],
      legend: [...oneSided, t('document:divergences.legend', { day })].join(' '),
      small: true,
    }
  })
}

function position(context: ReportContext, side: Side, notes: readonly ReportNote[]): Runs {
  const { t } = context
  const explicit = notes.filter(({ kind, record }) => kind === 'divergence' || record.f.stance !== undefined)
  const [spokesperson] = representatives(context, explicit.length > 0 ? explicit : notes, 1)
  if (spokesperson === undefined) return []
  const who = t('document:statement.who', { who: attributionAtStart(context, spokesperson) })
  return [
    bold(`${t(`document:divergences.${side}`)} `),
    run(`${who} `),
    ...reported(context, spokesperson),
    ...noteLinks(context, notes),
  ]
}

/** Sections heard on one side; a note of which nothing may be said names none. */
function sectionsOf(context: ReportContext, notes: readonly ReportNote[]): string {
  const heard = new Set(notes.filter(({ level }) => level < CHATHAM).map(({ region }) => region))
  const names = context.allRegions.filter(({ id }) => heard.has(id)).map(({ id }) => sectionName(context, id))
  return [...names, ...(heard.has(null) ? [sectionName(context, null)] : [])].join(', ')
}
