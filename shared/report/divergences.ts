import type { ReportAxis, ReportContext } from './report-context.ts'
import { interventionsOf, type ReportNote } from './report-note.ts'
import { notesOn, themesOf } from './statements.ts'

/** `stated`: the divergence itself, told by someone who takes no side. */
const SIDES = ['supports', 'nuances', 'opposes', 'stated'] as const
export type Side = (typeof SIDES)[number]

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

const sidesOf = (notes: readonly ReportNote[]): Divergence['sides'] =>
  SIDES.map((side) => [side, notes.filter((note) => sideOf(note) === side)] as const).filter(
    ([, held]) => held.length > 0,
  )

/** A note without stance raises the theme: it counts with those that support it. */
const sideOf = ({ kind, record: { f } }: ReportNote): Side =>
  f.stance ?? (kind === 'divergence' ? 'stated' : 'supports')

/** What divides sections comes before what divides people. */
function strength(context: ReportContext, axis: ReportAxis, { theme, sides }: Divergence): number {
  const isRead = context.readingOf(axis.id, theme)?.kind === 'divergence'
  const opposing = interventionsOf(sides.find(([side]) => side === 'opposes')?.[1] ?? [])
  return opposing + (isRead ? context.notes.length : 0)
}
