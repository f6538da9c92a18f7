import type { Numbered } from '../axis-report.ts'
import { asSentence, bold, bullets, numbered } from '../blocks.ts'
import { contribution, representatives } from '../contributions.ts'
import { noteLinks } from '../note-links.ts'
import { run, type Block, type Runs } from '../outline.ts'
import { presenceSentences } from '../presence.ts'
import type { ReportContext } from '../report-context.ts'
import type { ReportNote } from '../report-note.ts'

const COUNTER_EVIDENCE = 2

/** Where a statement stands: words before it, and the section that is then not named again. */
interface Place {
  readonly lead?: Runs
  readonly region?: string | undefined
}

/**
 * One numbered paragraph: what is stated, where it is present, why a person decided it, the notes it rests on. Then some
 * contributions of different sections, and what was said against it.
 */
export function statementPart(
  context: ReportContext,
  { statement, contributions }: Numbered,
  { lead = [], region }: Place = {},
): readonly Block[] {
  const { label, words, reason, notes, against } = statement
  const within = region ?? null
  const said = [
    ...lead,
    { ...label, text: words === null ? asSentence(label.text) : label.text, bold: true as const },
    ...(words === null ? [] : [run(' ('), { ...words, italic: true as const }, run(').')]),
    ...presenceSentences(context, statement, region).map((sentence) => run(` ${sentence}`)),
    ...(reason === null ? [] : [run(' '), { ...reason, text: asSentence(reason.text) }]),
    ...noteLinks(context, notes.length > 0 ? notes : against),
  ]
  const supporting = contributions.map((note) => contribution(context, note, { within }))
  return [numbered(said), ...bullets([...supporting, ...opposing(context, against, within)])]
}

function opposing(context: ReportContext, notes: readonly ReportNote[], within: string | null): readonly Runs[] {
  const { t } = context
  return representatives(context, notes, COUNTER_EVIDENCE)
    .toSorted((one, other) => weight(one) - weight(other))
    .map((note) => {
      const word = weight(note) === 0 ? t('document:statement.against') : t('document:statement.nuance')
      return contribution(context, note, { lead: [bold(`${word} `)], within })
    })
}

const weight = ({ record }: ReportNote): number => (record.f.stance === 'opposes' ? 0 : 1)
