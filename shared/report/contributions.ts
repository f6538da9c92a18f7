import { attributionAtStart } from './attribution.ts'
import { commitmentTerms } from './commitment-terms.ts'
import { byText } from './in-order.ts'
import { noteLinks } from './note-links.ts'
import { isReadable, reported } from './note-text.ts'
import { run, type Runs } from './outline.ts'
import type { ReportContext } from './report-context.ts'
import { onceEach, type ReportNote } from './report-note.ts'

/** Kinds that say something of a theme by themselves, best first. */
const TELLING = ['observation', 'need', 'priority', 'advocacy', 'figure', 'quote', 'practice', 'recommendation']

/** A note below this says too little to stand for others. */
const SHORT = 60

/** Those that speak best for the others, one per section as long as there are sections. Of equals, always the same. */
export function representatives(
  context: ReportContext,
  notes: readonly ReportNote[],
  most: number,
): readonly ReportNote[] {
  const ranked = onceEach(notes).toSorted(
    (one, other) => rank(context, one) - rank(context, other) || byText(one.record.id, other.record.id),
  )
  const heard = new Set<string | null>()
  const first: ReportNote[] = []
  const others: ReportNote[] = []
  for (const note of ranked) {
    ;(heard.has(note.region) ? others : first).push(note)
    heard.add(note.region)
  }
  return [...first, ...others].slice(0, most)
}

function rank(context: ReportContext, note: ReportNote): number {
  const kind = TELLING.indexOf(note.kind)
  const length = note.record.f.text?.length ?? 0
  return (
    (isReadable(context, note) ? 0 : 100) +
    (note.voice === null ? 50 : 0) +
    (length < SHORT ? 20 : 0) +
    // One that speaks of one thing speaks of it.
    (note.named.length > 1 ? 10 : 0) +
    (kind === -1 ? 60 : kind)
  )
}

/** Who will act, when and on what condition are each said in few words. */
const TERM = 120

/** How much of a contribution is printed, and how its speaker is told. */
export interface Saying {
  readonly most?: number
  readonly who?: typeof attributionAtStart
}

/** One contribution in a list: who, what, and where it is in the annex. */
export const contribution = (
  context: ReportContext,
  note: ReportNote,
  {
    lead = [],
    most,
    within = null,
    who = attributionAtStart,
  }: { readonly lead?: Runs; readonly within?: string | null } & Saying = {},
): Runs => [
  ...lead,
  run(`${context.t('document:statement.who', { who: who(context, note, within) })} `),
  ...reported(context, note, most),
  ...commitmentTerms(context, note, Math.min(most ?? TERM, TERM)),
  ...noteLinks(context, [note]),
]
