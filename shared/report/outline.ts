/** A document as data: what the page previews, a test compares, and the Word writer writes. Plain, cloneable. */
export interface Outline {
  /** Language of the document's own words: `fr`, `en` or `es`. */
  readonly lang: string
  readonly title: string
  readonly subtitle?: string
  /** Kind of document, « Rapport mondial de synthèse ». */
  readonly documentKind: string
  readonly organiser: string
  /** Name of the process, opposite the organiser at the head of the first page. */
  readonly process?: string
  /** State and date, « Projet, 19 mai 2021 »; printed in the header from the second page. */
  readonly version: string
  /** Printed in the footer of every page when the data are an example. */
  readonly footer?: string
  /** The day the counts were made, `YYYY-MM-DD`; core properties carry it, never the clock. */
  readonly date: string
  readonly blocks: readonly Block[]
  /** Set in small: what must hold on two pages. */
  readonly compact?: true
}

/** A run of text. `lang` and `dir` are given when they differ from the document's. */
export interface Run {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly lang?: string
  readonly dir?: 'rtl'
  /** Something for the reader to check: printed in the warning colour. */
  readonly warn?: true
  /** A real footnote, hung at the end of this run. */
  readonly footnote?: readonly Run[]
  /** The number of a note in the annex, printed as a link to its bookmark. */
  readonly noteLink?: number
}
export type Runs = readonly Run[]

export interface Fact {
  readonly label: string
  readonly value: Runs
}

export interface Table {
  readonly type: 'table'
  /** Read by screen readers and printed above the table. */
  readonly caption: string
  readonly header: readonly Runs[]
  readonly rows: readonly (readonly Runs[])[]
  /** Relative widths, one per column. */
  readonly widths: readonly number[]
  /** Columns of figures, aligned at the end. */
  readonly figures?: readonly number[]
  /** Printed under the table: denominators, date, meaning of marks. */
  readonly legend?: string
  /** Small type for wide tables and annexes. */
  readonly small?: true
}

export type Block =
  | { readonly type: 'cover'; readonly facts: readonly Fact[] }
  | { readonly type: 'contents'; readonly title: string }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly pageBreak?: true }
  /** `numbered` paragraphs run from 1 through the whole document. */
  | { readonly type: 'paragraph'; readonly runs: Runs; readonly numbered?: true; readonly muted?: true }
  | { readonly type: 'bullets'; readonly items: readonly Runs[] }
  /** The identification table of an axis or a region: two columns, label and value. */
  | { readonly type: 'facts'; readonly caption: string; readonly facts: readonly Fact[] }
  | Table
  | { readonly type: 'verbatim'; readonly runs: Runs; readonly attribution: string }
  /** A boxed paragraph: the method sentence, the contribution to an expected output. */
  | { readonly type: 'box'; readonly runs: Runs }
  /** One note of the annex; `number` is the document's own and is the target of links. */
  | { readonly type: 'annexNote'; readonly number: number; readonly runs: Runs; readonly attribution: string }

export const run = (text: string, more: Omit<Run, 'text'> = {}): Run => ({ text, ...more })
export const runs = (text: string): Runs => [{ text }]
