import {
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  Tab,
  TextRun,
  type IParagraphOptions,
  type IRunPropertiesOptions,
  type ParagraphChild,
} from 'docx'
import { runs as plainRuns, type Run, type Runs } from '#shared/report/outline.ts'
import { cutByDirection, isMostlyRtl } from './direction.ts'
import { STYLE } from './docx-styles.ts'
import { languageOf } from './language-tag.ts'
import { INK } from './look.ts'

/** What a document gathers while its blocks are written. */
export interface Writing {
  /** The notes the annex holds: only these can be linked to. */
  readonly annexNumbers: ReadonlySet<number>
  /** Whether the contents say pages, or only lead to them. */
  readonly withPageNumbers: boolean
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }>
  /** What a screen reader says of each table, in the order of the document. */
  readonly tables: { readonly caption: string; readonly description: string }[]
}

export const noteBookmark = (number: number): string => `rp_n${number}`
export const textOf = (runs: Runs): string => runs.map(({ text }) => text).join('')

type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text' | 'bidirectional'> & {
  readonly before?: readonly ParagraphChild[]
  readonly after?: readonly ParagraphChild[]
  readonly runStyle?: string
}

/** A paragraph of runs, turned from right to left when most of its letters are. */
export function paragraph(words: Runs | string, writing: Writing, look: ParagraphLook): Paragraph {
  const { before = [], after = [], runStyle, ...rest } = look
  const runs = typeof words === 'string' ? plainRuns(words) : words
  const children = [...before, ...textRuns(runs, writing, runStyle ? { style: runStyle } : {}), ...after]
  return new Paragraph({ ...rest, ...(isRtl(runs) && { bidirectional: true }), children })
}

export function isRtl(runs: Runs): boolean {
  const marked = runs.filter(({ dir }) => dir === 'rtl')
  return textOf(marked).length * 2 > textOf(runs).length || isMostlyRtl(textOf(runs))
}

export const textRuns = (runs: Runs, writing: Writing, look: IRunPropertiesOptions = {}): ParagraphChild[] =>
  runs.flatMap((run) => {
    const words = linkedWords(run, writing, look)
    return run.footnote ? [...words, footnoteMark(run.footnote, writing)] : words
  })

function linkedWords(run: Run, { annexNumbers }: Writing, look: IRunPropertiesOptions): ParagraphChild[] {
  if (run.noteLink === undefined || !annexNumbers.has(run.noteLink)) return words(run, look)
  return [
    new InternalHyperlink({ anchor: noteBookmark(run.noteLink), children: words(run, { style: STYLE.noteLink }) }),
  ]
}

function words(run: Run, look: IRunPropertiesOptions): TextRun[] {
  const pieces = run.dir === 'rtl' ? [{ text: run.text, rtl: true }] : cutByDirection(run.text)
  return pieces.flatMap(({ text, rtl }) =>
    text.split('\n').flatMap((line, index) => {
      if (line === '' && index === 0) return []
      return new TextRun({
        ...look,
        ...(index > 0 && { break: 1 }),
        children: withTabs(line),
        ...(run.bold && { bold: true }),
        ...(run.italic && { italics: true }),
        ...(run.warn && { color: INK.warning }),
        ...(run.lang && { language: languageOf(run.lang) }),
        ...(rtl && { rightToLeft: true }),
      })
    }),
  )
}

/** In a text Word reads a tab as a space. */
const withTabs = (line: string): (string | Tab)[] =>
  line.split('\t').flatMap((text, index) => (index === 0 ? [text] : [new Tab(), text]))

function footnoteMark(note: Runs, writing: Writing): FootnoteReferenceRun {
  if (note.some(({ footnote }) => footnote)) throw new Error('A footnote holds a footnote.')
  const number = Object.keys(writing.footnotes).length + 1
  const gap = [new TextRun(' ')]
  writing.footnotes[number] = { children: [paragraph(note, writing, { style: STYLE.footnote, before: gap })] }
  return new FootnoteReferenceRun(number)
}
