import { joinedRecord } from '../../evidence/follow.ts'
import { isKind, type RecordOf } from '../../model/record.ts'
import { listed } from '../attribution.ts'
import { paragraph } from '../blocks.ts'
import { inOrder } from '../in-order.ts'
import { written } from '../note-text.ts'
import { run, type Block, type Runs } from '../outline.ts'
import { sectionName, type ReportAxis, type ReportContext } from '../report-context.ts'

type Synthesis = RecordOf<'synthesis'>

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

export function synthesisBlock(context: ReportContext, synthesis: Synthesis, lead: Runs = []): Block {
  const { t } = context
  const { state = 'draft', text = '' } = synthesis.f
  const region = regionOfSynthesis(context, synthesis)
  const said = listed(context, 'synthesisState', state)
  const mark =
    region === null
      ? t('document:synthesis.secretariat', { state: said })
      : t('document:synthesis.section', { section: sectionName(context, region), state: said })
  return paragraph([
    ...lead,
    written(context, text),
    run(' '),
    run(mark, { italic: true, ...(UNFINISHED.has(state) && { warn: true as const }) }),
  ])
}
