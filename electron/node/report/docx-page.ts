import {
  AlignmentType,
  Footer,
  Header,
  PageNumber,
  TabStopType,
  TextRun,
  type ISectionOptions,
  type Paragraph,
} from 'docx'
import { runs, type Outline, type Runs } from '#shared/report/outline.ts'
import { paragraph, textOf, type Writing } from './docx-runs.ts'
import { STYLE } from './docx-styles.ts'
import { PAGE, TEXT_WIDTH } from './look.ts'

const TO_THE_END = [{ type: TabStopType.END, position: TEXT_WIDTH }]

/** More letters than this do not stand side by side on a line of the header. */
const HEADER_LETTERS = 95

/** Pages, headers and footers: the first page says who and what for, the others which document and version. */
export function pageFrame(outline: Outline, writing: Writing): Omit<ISectionOptions, 'children'> {
  const { organiser, process = '', documentKind, version, footer = '' } = outline
  const foot = () => new Footer({ children: [pageNumberLine(footer, writing)] })
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: PAGE.width, height: PAGE.height },
        margin: {
          top: PAGE.top,
          bottom: PAGE.bottom,
          left: PAGE.side,
          right: PAGE.side,
          header: PAGE.header,
          footer: PAGE.footer,
        },
      },
    },
    headers: {
      first: new Header({ children: headerLines([{ text: organiser, bold: true }], process, writing) }),
      default: new Header({ children: headerLines(runs(documentKind), version, writing) }),
    },
    footers: { first: foot(), default: foot() },
  }
}

function headerLines(start: Runs, end: string, writing: Writing): Paragraph[] {
  const style = STYLE.header
  if (textOf(start).length + end.length <= HEADER_LETTERS) {
    return [paragraph([...start, ...runs(`\t${end}`)], writing, { style, tabStops: TO_THE_END })]
  }
  return [paragraph(start, writing, { style }), paragraph(end, writing, { style, alignment: AlignmentType.END })]
}

const pageNumberLine = (footer: string, writing: Writing): Paragraph =>
  paragraph(`${footer}\t`, writing, {
    style: STYLE.footer,
    tabStops: TO_THE_END,
    after: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
