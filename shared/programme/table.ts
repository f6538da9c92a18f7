/** A table as it was read: every cell as text, nothing interpreted yet. */
export interface TableData {
  /** In the order of the file. An empty header is named `#3` after its place, a second « text » becomes `text (2)`. */
  readonly columns: readonly string[]
  /** Blank rows are left out. */
  readonly rows: readonly TableRow[]
  /** Rows that do not fit the header or whose quotation marks are misplaced; they are in `rows` too. */
  readonly problems: readonly RowProblem[]
  /** Columns where some cells are dates and others are texts: a spreadsheet makes a date of « 1-2 ». */
  readonly mixed?: readonly string[]
  readonly encoding?: TextEncoding
  /** Absent in a file of one column and in a workbook. */
  readonly separator?: Separator
  /** The sheet that was read, among `sheets`. */
  readonly sheet?: string
  readonly sheets?: readonly string[]
}

export interface TableRow {
  /** Line of the file where the row starts, or row of the sheet; the first is 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface RowProblem {
  readonly line: number
  readonly type: 'TooManyCells' | 'TooFewCells' | 'QuoteMisplaced'
}

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** One table of limits, the same for every kind of file. */
export const TABLE_LIMITS = {
  /** Size of the file. */
  bytes: 200_000_000,
  rows: 500_000,
  columns: 500,
  /** Characters of one cell. */
  cell: 1_000_000,
  /** Bytes of the parts of a workbook once unpacked. */
  unpacked: 500_000_000,
  /** How many times smaller than its content a packed part of more than a megabyte may be. */
  ratio: 200,
  /** Parts of a workbook. */
  parts: 10_000,
  /** Rows × columns between the first cell of a sheet and the last. */
  area: 20_000_000,
} as const

/** What a file turned out to be, when it is not a table. */
export type NotTableContent =
  'shortcut' | 'old-excel' | 'open-document' | 'word' | 'archive' | 'pdf' | 'picture' | 'web-page' | 'other'

/** Why nothing could be read from a file. The file itself is never touched. */
export type TableFailure =
  | { readonly type: 'NotATable'; readonly found: NotTableContent }
  | { readonly type: 'EncodingUnreadable'; readonly line?: number }
  | {
      readonly type: 'TooLarge'
      readonly what: keyof typeof TABLE_LIMITS
      readonly limit: number
      readonly line?: number
    }
  | { readonly type: 'EmptyTable' }
  | { readonly type: 'QuoteNotClosed'; readonly line: number }
  | { readonly type: 'SheetMissing'; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly type: 'WorkbookProtected' }
  | { readonly type: 'WorkbookDamaged'; readonly part?: string }

export const tooLarge = (what: keyof typeof TABLE_LIMITS, line?: number): TableFailure => ({
  type: 'TooLarge',
  what,
  limit: TABLE_LIMITS[what],
  ...(line === undefined ? {} : { line }),
})
