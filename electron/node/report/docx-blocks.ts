import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  Tab,
  TableOfContents,
  TextRun,
  type FileChild,
  type Paragraph,
} from 'docx'
import { assertNever } from '#shared/kit/result.ts'
import { runs, type Block, type Fact, type Outline, type Runs } from '#shared/report/outline.ts'
import { NUMBERING } from './docx-numbering.ts'
import { isRtl, noteBookmark, paragraph, textRuns, type Writing } from './docx-runs.ts'
import { quoteBar, STYLE } from './docx-styles.ts'
import { factsBlock, tableBlock } from './docx-tables.ts'
import { textWidth } from './letter-widths.ts'
import { BODY_SIZE, NUMBER_TYPE, TEXT_WIDTH } from './look.ts'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

/** The paragraphs and tables of one block, in the order they are read. */
export function writeBlock(block: Block, outline: Outline, writing: Writing): FileChild[] {
  switch (block.type) {
    case 'cover':
      return coverBlock(block.facts, outline, writing)
    case 'contents':
      return contentsBlock(block.title, writing)
    case 'heading':
      return [headingBlock(block, writing)]
    case 'paragraph':
      return [paragraphBlock(block, writing)]
    case 'bullets':
      return block.items.map((item) => paragraph(item, writing, { style: STYLE.bullet, ...NUMBERING.bullets }))
    case 'facts':
      return factsBlock(block.caption, block.facts, writing)
    case 'table':
      return tableBlock(block, writing)
    case 'verbatim':
      return verbatimBlock(block.runs, block.attribution, writing)
    case 'box':
      return [paragraph(block.runs, writing, { style: STYLE.box })]
    case 'annexNote':
      return annexNoteBlock(block, writing)
    default:
      return assertNever(block)
  }
}

function coverBlock(facts: readonly Fact[], outline: Outline, writing: Writing): FileChild[] {
  const { documentKind, title, subtitle } = outline
  const indent = { start: hangOf(facts), hanging: hangOf(facts) }
  const room = outline.compact ? { before: 200, after: 80 } : { before: 760, after: 320 }
  return [
    paragraph(documentKind, writing, { style: STYLE.kind }),
    paragraph(title, writing, { heading: HeadingLevel.TITLE }),
    ...(subtitle ? [paragraph(subtitle, writing, { style: STYLE.subtitle })] : []),
    ...facts.map(({ label, value }, index) => {
      const before = [...textRuns(runs(label), writing, { style: STYLE.label }), new TextRun({ children: [new Tab()] })]
      const spacing = {
        ...(index === 0 && { before: room.before }),
        ...(index === facts.length - 1 && { after: room.after }),
      }
      return paragraph(value, writing, { style: STYLE.coverFact, before, spacing, indent })
    }),
  ]
}

/** Room for the longest label of a cover and what parts it from its value; a label longer than half the page runs on. */
const hangOf = (facts: readonly Fact[]): number => {
  const longest = Math.max(0, ...facts.map(({ label }) => textWidth(label)))
  return Math.round(Math.min(Math.max(1800, longest * BODY_SIZE * 10 + 240), TEXT_WIDTH / 2))
}

function contentsBlock(title: string, writing: Writing): FileChild[] {
  const pages = writing.withPageNumbers ? {} : { pageNumbersEntryLevelsRange: '1-3' }
  return [
    paragraph(title, writing, { style: STYLE.contentsTitle, pageBreakBefore: true }),
    // Never dirty: Word would ask its reader whether to update the document before showing it.
    new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-3', beginDirty: false, ...pages }),
  ]
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** The head of a page is white enough. */
const ON_NEW_PAGE = { pageBreakBefore: true, spacing: { before: 60 } }

const headingBlock = ({ level, text, pageBreak }: BlockOf<'heading'>, writing: Writing): Paragraph =>
  paragraph(text, writing, { heading: LEVELS[level], ...(pageBreak && ON_NEW_PAGE) })

function paragraphBlock({ runs, numbered, muted }: BlockOf<'paragraph'>, writing: Writing): Paragraph {
  if (numbered) return paragraph(runs, writing, { style: STYLE.numbered, ...NUMBERING.paragraphs })
  return paragraph(runs, writing, { style: muted ? STYLE.muted : STYLE.body })
}

function verbatimBlock(words: Runs, attribution: string, writing: Writing): FileChild[] {
  // The sides of a border are those of the page: a quotation from right to left has its bar at the other one.
  const edge = isRtl(words) ? { border: quoteBar('right') } : {}
  return [
    paragraph(words, writing, { style: STYLE.quote, ...edge }),
    paragraph(attribution, writing, { style: STYLE.attribution, ...sideOf(words) }),
  ]
}

function annexNoteBlock({ number, runs: words, attribution }: BlockOf<'annexNote'>, writing: Writing): FileChild[] {
  const label = new TextRun({ text: `${number}.`, ...NUMBER_TYPE })
  const before = [new Bookmark({ id: noteBookmark(number), children: [label] }), new TextRun({ children: [new Tab()] })]
  return [
    paragraph(words, writing, { style: STYLE.annexNote, before }),
    paragraph(attribution, writing, { style: STYLE.annexSource, ...sideOf(words) }),
  ]
}

/** A source stands on the side where its words begin. */
const sideOf = (words: Runs) => (isRtl(words) ? { alignment: AlignmentType.END } : {})
