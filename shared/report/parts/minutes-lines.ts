import { speakerAtStart } from '../attribution.ts'
import { contribution, representatives } from '../contributions.ts'
import { noteLinks } from '../note-links.ts'
import { run, type Runs } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'
import { onceEach, type ReportNote } from '../report-note.ts'

/** How much is said: lines of each part, then letters of each contribution. What is left out is named by its numbers. */
export interface Room {
  readonly most: number
  readonly cut: number
}

/** Settled notes of some kinds, kind after kind in the order given, each intervention once. */
export const notesOf = ({ notes }: ReportContext, kinds: readonly string[]): readonly ReportNote[] =>
  kinds.flatMap((kind) => onceEach(notes.filter((note) => note.settled && note.kind === kind)))

export type LeadOf = (note: ReportNote) => Runs

/** Those that speak best for the others, as many as there is room for, in their order. */
export function contributions(
  context: ReportContext,
  notes: readonly ReportNote[],
  { most, cut }: Room,
  leadOf: LeadOf = () => [],
): readonly Runs[] {
  const best = new Set(representatives(context, notes, most))
  const shown = notes.filter((note) => best.has(note))
  return [
    ...shown.map((note) => contribution(context, note, { lead: leadOf(note), most: cut, who: speakerAtStart })),
    ...besides(
      context,
      notes.filter((note) => !best.has(note)),
    ),
  ]
}

/** Nothing that was said goes unmentioned: what there is no room for is named by its numbers. */
export const besides = (context: ReportContext, notes: readonly ReportNote[]): readonly Runs[] =>
  notes.length === 0
    ? []
    : [[run(context.t('document:minutes.besides', { count: notes.length })), ...noteLinks(context, notes)]]
