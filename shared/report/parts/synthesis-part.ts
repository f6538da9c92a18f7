import { joinedRecord } from '../../evidence/follow.ts'
import { isKind, type RecordOf } from '../../model/record.ts'
import { listed } from '../attribution.ts'
import { paragraph } from '../blocks.ts'
import { inOrder } from '../in-order.ts'
import { written } from '../note-text.ts'
import { run, type Block, type Run, type Runs } from '../outline.ts'
import { sectionName, type ReportAxis, type ReportContext } from '../report-context.ts'

export type Synthesis = RecordOf<'synthesis'>

/** Texts that bind nobody yet are printed with their state in the warning colour. */
const UNFINISHED: ReadonlySet<unknown> = new Set(['draft', 'reviewed', 'with-members'])

/** What a section or the secretariat wrote for a part of an axis, as they wrote it, with the state of their text. */
export const synthesisPart = (context: ReportContext, axis: ReportAxis, part: string): readonly Block[] =>
  synthesesOf(context, axis, part)
    .filter((synthesis) => isShown(context, synthesis))
    .map((synthesis) => synthesisBlock(context, synthesis))

export const synthesesOf = ({ records }: ReportContext, axis: ReportAxis, part: string): readonly Synthesis[] =>
  inOrder([...records.values()].filter((record) => isKind(record, 'synthesis'))).filter(
    ({ f }) =>
      f.part === part && (joinedRecord(records, f.axis, 'axis')?.id ?? null) === axis.id && f.text !== undefined,
  )

/** A section's summary opens its own synthesis; among all sections it stands in the view by section. */
function isShown(context: ReportContext, synthesis: Synthesis): boolean {
  const { type, region } = context.request
  const of = regionOfSynthesis(context, synthesis)
  if (type === 'session') return false
  return type === 'regional' ? of === region : of === null || synthesis.f.part !== 'summary'
}

export const regionOfSynthesis = ({ records }: ReportContext, { f }: Synthesis): string | null =>
  joinedRecord(records, f.region, 'region')?.id ?? null

export const synthesisBlock = (context: ReportContext, synthesis: Synthesis, lead: Runs = []): Block =>
  paragraph([...lead, written(context, synthesis.f.text ?? ''), run(' '), stateMark(context, synthesis)])

/** Whose text it is and how far it binds them. */
export function stateMark(context: ReportContext, synthesis: Synthesis): Run {
  const { t } = context
  const known = synthesis.f.state ?? 'draft'
  const state = listed(context, 'synthesisState', known)
  const region = regionOfSynthesis(context, synthesis)
  const mark =
    region === null
      ? t('document:synthesis.secretariat', { state })
      : t('document:synthesis.section', { section: sectionName(context, region), state })
  return run(mark, { italic: true, ...(UNFINISHED.has(known) && { warn: true as const }) })
}
