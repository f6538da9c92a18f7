import { asSentence, bold, bullets, numbered } from '../blocks.ts'
import { contribution, representatives } from '../contributions.ts'
import { noteLinks } from '../note-links.ts'
import { run, type Block, type Runs } from '../outline.ts'
import { presenceSentences } from '../presence.ts'
import type { ReportContext } from '../report-context.ts'
import type { ReportNote } from '../report-note.ts'
import type { Statement } from '../statements.ts'

const CONTRIBUTIONS = 3
const COUNTER_EVIDENCE = 2

/**
 * One numbered paragraph: what is stated, where it is present, why a person decided it, the notes it rests on. Then some
 * contributions of different sections, and what was said against it.
 */
export function statementPart(
  context: ReportContext,
  statement: Statement,
  { lead = [], region, most = CONTRIBUTIONS }: { lead?: Runs; region?: string | undefined; most?: number } = {},
): readonly Block[] {
  const { label, reason, notes, against, readings } = statement
  const counted = presenceSentences(context, readings, region)
  const said = [
    ...lead,
    { ...label, text: asSentence(label.text), bold: true as const },
    ...counted.map((sentence) => run(` ${sentence}`)),
    ...(reason === null ? [] : [run(' '), { ...reason, text: asSentence(reason.text) }]),
    ...noteLinks(context, notes.length > 0 ? notes : against),
  ]
  return [numbered(said), ...bullets([...supporting(context, notes, most), ...opposing(context, against)])]
}

const supporting = (context: ReportContext, notes: readonly ReportNote[], most: number): readonly Runs[] =>
  representatives(context, notes, most).map((note) => contribution(context, note))

function opposing(context: ReportContext, notes: readonly ReportNote[]): readonly Runs[] {
  const { t } = context
  return representatives(context, notes, COUNTER_EVIDENCE)
    .toSorted((one, other) => weight(one) - weight(other))
    .map((note) => {
      const word = weight(note) === 0 ? t('document:statement.against') : t('document:statement.nuance')
      return contribution(context, note, { lead: [bold(`${word} `)] })
    })
}

const weight = ({ record }: ReportNote): number => (record.f.stance === 'opposes' ? 0 : 1)
