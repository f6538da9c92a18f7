import type { ReportContext } from './report-context.ts'
import { onceEach, type ReportNote } from './report-note.ts'

/** A divergence that was put into words, with the positions that people held on it. */
export interface Controversy {
  readonly stated: ReportNote
  /** One for each intervention, in the order of the annex. */
  readonly positions: readonly ReportNote[]
}

/** Divergences on which a position was noted: the more positions first. What the rule keeps is in neither. */
export function controversiesOf({ notes }: ReportContext): readonly Controversy[] {
  const settled = notes.filter((note) => note.settled)
  const positionsOn = ({ record }: ReportNote) =>
    onceEach(settled.filter((note) => note.record.f.positionOf === record.id))
  return onceEach(settled.filter(({ kind }) => kind === 'divergence'))
    .map((stated) => ({ stated, positions: positionsOn(stated) }))
    .filter(({ positions }) => positions.length > 0)
    .toSorted((one, other) => other.positions.length - one.positions.length)
}
