import { label, speakerAtStart } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { bold } from '../blocks.ts'
import { contribution } from '../contributions.ts'
import { controversiesOf, type Controversy } from '../controversies.ts'
import type { Divergence } from '../divergences.ts'
import { noteLinks } from '../note-links.ts'
import { reported } from '../note-text.ts'
import type { Runs } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'
import { onceEach, type ReportNote } from '../report-note.ts'
import { position } from './divergences-part.ts'
import { besides, contributions, notesOf, type Room } from './minutes-lines.ts'

/** Positions on one divergence beyond this are left to their numbers. */
const POSITIONS = 3

/**
 * What divided the room: divergences with the positions that people held on them, then themes with what their sides said,
 * then divergences that name no theme and on which nobody took a position.
 */
export function minutesDivergences(
  context: ReportContext,
  reports: readonly AxisReport[],
  { most, cut }: Room,
): readonly Runs[] {
  const held = controversiesOf(context)
  const heldNotes = new Set(held.flatMap(notesOn))
  const divided = reports.flatMap((report) => report.divergences).filter(isDividedBeside(heldNotes))
  const told = new Set([...heldNotes, ...divided.flatMap(notesIn)])
  const rest = notesOf(context, ['divergence']).filter((note) => !told.has(note))
  const room = Math.max(most - held.length, 0)
  return [
    ...held.slice(0, most).flatMap((one) => heldLines(context, one, cut)),
    ...divided.slice(0, room).flatMap((divergence) => sidesOf(context, divergence, cut)),
    ...besides(context, onceEach([...held.slice(most).flatMap(notesOn), ...divided.slice(room).flatMap(notesIn)])),
    ...contributions(context, rest, { most, cut }),
  ]
}

const notesOn = ({ stated, positions }: Controversy): readonly ReportNote[] => [stated, ...positions]
const notesIn = ({ sides }: Divergence): readonly ReportNote[] => sides.flatMap(([, notes]) => notes)

/** Whether a theme divides people otherwise than by positions that are told already. */
const isDividedBeside =
  (held: ReadonlySet<ReportNote>) =>
  ({ sides }: Divergence): boolean =>
    sides.some(([side, notes]) => (side === 'opposes' || side === 'stated') && notes.some((note) => !held.has(note)))

/** The divergence in its own words, then who holds what, as far as the rule of each lets it be said. */
function heldLines(context: ReportContext, { stated, positions }: Controversy, cut: number): readonly Runs[] {
  const lead = [bold(`${context.t('document:divergences.stated')} `)]
  const first =
    stated.voice === null
      ? [...lead, ...reported(context, stated, cut), ...noteLinks(context, [stated])]
      : contribution(context, stated, { lead, most: cut, who: speakerAtStart })
  const shown = positions.slice(0, POSITIONS)
  const side = [bold(`${context.t('document:divergences.held')} `)]
  return [
    first,
    ...shown.map((note) => contribution(context, note, { lead: side, most: cut, who: speakerAtStart })),
    ...besides(context, positions.slice(POSITIONS)),
  ]
}

/** Each side on its own line, for each may be written in its own direction. */
const sidesOf = (context: ReportContext, { theme, sides }: Divergence, cut: number): readonly Runs[] =>
  sides.map(([side, notes]) => [
    bold(`${context.t('document:statement.who', { who: label(context, theme) })} `),
    ...position(context, side, notes, { most: cut, who: speakerAtStart }),
  ])
