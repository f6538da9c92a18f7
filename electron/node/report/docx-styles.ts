import {
  AlignmentType,
  BorderStyle,
  ShadingType,
  UnderlineType,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx'
import { languageOf } from './language-tag.ts'
import { BODY_SIZE, FONTS, INK, NUMBER_HANG, SMALL_SIZE } from './look.ts'

/** Our names for the paragraph styles of a document; those Word knows keep Word's own ids. */
export const STYLE = {
  kind: 'DocumentKind',
  subtitle: 'Subtitle',
  coverFact: 'CoverFact',
  body: 'BodyText',
  muted: 'BodyTextMuted',
  numbered: 'ListNumber',
  bullet: 'ListBullet',
  quote: 'Quote',
  attribution: 'QuoteAttribution',
  box: 'Box',
  caption: 'Caption',
  table: 'TableText',
  tableSmall: 'TableTextSmall',
  tableCompact: 'TableTextCompact',
  legend: 'TableLegend',
  tableEnd: 'TableEnd',
  annexNote: 'AnnexNote',
  annexSource: 'AnnexNoteSource',
  contentsTitle: 'TOCHeading',
  header: 'Header',
  footer: 'Footer',
  footnote: 'FootnoteText',
  noteLink: 'NoteLink',
  label: 'FactLabel',
} as const

const lines = (ratio: number) => ({ line: Math.round(240 * ratio), lineRule: 'auto' as const })

type Style = Pick<IParagraphStyleOptions, 'run' | 'paragraph'> & { readonly next?: string; readonly basedOn?: string }
const style = (
  id: string,
  name: string,
  { next = id, basedOn = 'Normal', ...look }: Style,
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn,
  next,
  quickFormat: true,
  ...look,
})

/** The bar beside a quotation, on one side of the page. */
export function quoteBar(side: 'left' | 'right') {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto', space: 0 }
  return { left: none, right: none, [side]: { style: BorderStyle.SINGLE, size: 12, color: INK.rule, space: 10 } }
}

/** Neighbours of the same border share its bar without a gap. */
const titleBar = {
  border: { left: { style: BorderStyle.SINGLE, size: 24, color: INK.accent, space: 14 } },
  indent: { start: 340 },
}
const quote = { border: quoteBar('left'), indent: { start: 300, end: 300 } }
const line = (space: number) => ({ style: BorderStyle.SINGLE, size: 4, color: INK.rule, space })
const boxEdge = { style: BorderStyle.SINGLE, size: 4, color: INK.box, space: 8 }

const cover = [
  style(STYLE.kind, 'Document Kind', {
    next: 'Title',
    run: { size: 26, bold: true, color: INK.accent },
    paragraph: { ...titleBar, spacing: { before: 1480, after: 120, ...lines(1.1) } },
  }),
  style(STYLE.subtitle, 'Subtitle', {
    run: { size: 28, color: INK.muted },
    paragraph: { ...titleBar, spacing: { before: 160, ...lines(1.15) } },
  }),
  style(STYLE.coverFact, 'Cover Fact', {
    paragraph: {
      border: { top: line(12), bottom: line(12) },
      spacing: lines(1.35),
    },
  }),
]

const text = [
  style(STYLE.body, 'Body Text', { paragraph: { spacing: { before: 110, ...lines(1.15) } } }),
  style(STYLE.muted, 'Body Text Muted', { basedOn: STYLE.body, run: { color: INK.muted } }),
  style(STYLE.numbered, 'List Number', { basedOn: STYLE.body }),
  style(STYLE.bullet, 'List Bullet', { basedOn: STYLE.body, paragraph: { spacing: { before: 60, ...lines(1.15) } } }),
  style(STYLE.quote, 'Quote', {
    next: STYLE.attribution,
    paragraph: { ...quote, keepNext: true, keepLines: true, spacing: { before: 170, ...lines(1.15) } },
  }),
  style(STYLE.attribution, 'Quote Attribution', {
    next: STYLE.body,
    run: { size: 19, color: INK.muted },
    paragraph: { indent: quote.indent, keepLines: true, spacing: { before: 30, after: 80, ...lines(1.1) } },
  }),
  style(STYLE.box, 'Box', {
    run: { size: 20 },
    paragraph: {
      border: { top: boxEdge, bottom: boxEdge, left: { ...boxEdge, space: 9 }, right: { ...boxEdge, space: 9 } },
      shading: { type: ShadingType.CLEAR, fill: INK.box, color: 'auto' },
      indent: { start: 200, end: 200 },
      keepLines: true,
      spacing: { before: 360, after: 240, ...lines(1.15) },
    },
  }),
]

const cellSpacing = { spacing: { before: 0, after: 0, ...lines(1.1) } }
const tables = [
  style(STYLE.table, 'Table Text', { run: { size: 20 }, paragraph: cellSpacing }),
  style(STYLE.tableSmall, 'Table Text Small', { run: { size: 18 }, paragraph: cellSpacing }),
  style(STYLE.tableCompact, 'Table Text Compact', { run: { size: 16 }, paragraph: cellSpacing }),
  style(STYLE.legend, 'Table Legend', {
    next: STYLE.body,
    run: { size: 18, color: INK.muted },
    paragraph: { keepLines: true, spacing: { before: 90, after: 160, ...lines(1.1) } },
  }),
  style(STYLE.tableEnd, 'Table End', {
    next: STYLE.body,
    run: { size: 8 },
    paragraph: { spacing: { line: 80, lineRule: 'exact' } },
  }),
]

const annex = [
  style(STYLE.annexNote, 'Annex Note', {
    next: STYLE.annexSource,
    run: { size: 20 },
    paragraph: {
      indent: { start: 0, hanging: NUMBER_HANG },
      keepNext: true,
      spacing: { before: 150, ...lines(1.12) },
    },
  }),
  style(STYLE.annexSource, 'Annex Note Source', {
    next: STYLE.annexNote,
    run: { size: 18, color: INK.muted },
    paragraph: { keepLines: true, spacing: lines(1.1) },
  }),
]

const contentsEntry = (level: 1 | 2 | 3, run: IParagraphStyleOptions['run'], before: number) =>
  style(`TOC${level}`, `toc ${level}`, {
    next: 'Normal',
    run: { size: 21, ...run },
    paragraph: { indent: { start: (level - 1) * 280 }, spacing: { before, ...lines(1.1) } },
  })

const frame = [
  style(STYLE.contentsTitle, 'TOC Heading', {
    next: STYLE.body,
    run: { size: 38, bold: true, color: INK.heading },
    paragraph: { keepNext: true, spacing: { before: 60, after: 200 } },
  }),
  contentsEntry(1, { color: INK.heading }, 150),
  contentsEntry(2, {}, 40),
  contentsEntry(3, { color: INK.muted }, 30),
  style(STYLE.header, 'header', {
    run: { size: 18, color: INK.muted },
    paragraph: { border: { bottom: line(5) } },
  }),
  style(STYLE.footer, 'footer', { run: { size: 18, color: INK.muted } }),
]

const heading = (size: number, color: string, before: number, after: number) => ({
  run: { size, bold: true, color },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after, ...lines(1.05) } },
})

/** What differs in a document of two pages: its title stands at the head of what it says. */
const small = [
  style(STYLE.kind, 'Document Kind', {
    next: 'Title',
    run: { size: 22, bold: true, color: INK.accent },
    paragraph: { ...titleBar, spacing: { before: 0, after: 40 } },
  }),
  style(STYLE.subtitle, 'Subtitle', {
    run: { size: 22, color: INK.muted },
    paragraph: { ...titleBar, spacing: { before: 40 } },
  }),
  style(STYLE.coverFact, 'Cover Fact', {
    paragraph: { border: { top: line(12), bottom: line(12) }, spacing: lines(1.1) },
  }),
  style(STYLE.bullet, 'List Bullet', { basedOn: STYLE.body, paragraph: { spacing: { before: 30, ...lines(1.05) } } }),
]
const usual = [...cover, ...text, ...tables, ...annex, ...frame]
const replaced: ReadonlySet<string> = new Set(small.map(({ id }) => id))
const compacted = [...usual.filter(({ id }) => !replaced.has(id)), ...small]

/** Every style of a document written in the given language; `compact` sets it in small. */
export const documentStyles = (lang: string, compact = false): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: FONTS,
        size: compact ? SMALL_SIZE : BODY_SIZE,
        color: INK.text,
        language: { value: 'fr-FR', eastAsia: 'zh-CN', bidirectional: 'ar-SA', ...languageOf(lang) },
      },
      paragraph: { spacing: { before: 0, after: 0, ...lines(1.1) } },
    },
    title: {
      run: { size: compact ? 32 : 58, bold: true, color: INK.text },
      paragraph: { ...titleBar, alignment: AlignmentType.START, spacing: lines(0.98) },
    },
    heading1: compact ? heading(24, INK.accent, 160, 40) : heading(38, INK.heading, 480, 200),
    heading2: heading(27, INK.accent, 300, 80),
    heading3: heading(23, INK.text, 220, 60),
    caption: {
      run: { size: 21, bold: true, italics: false, color: INK.text },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 200, after: 90 } },
    },
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { before: 40, after: 0, ...lines(1.05) } } },
    hyperlink: { run: { color: INK.text, underline: { type: UnderlineType.NONE } } },
  },
  paragraphStyles: compact ? compacted : usual,
  characterStyles: [
    { id: STYLE.noteLink, name: 'Note Link', run: { color: INK.accent } },
    { id: STYLE.label, name: 'Fact Label', run: { color: INK.muted } },
  ],
})
