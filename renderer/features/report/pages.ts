import type { Block, Run, Runs } from '#shared/report/outline.ts'

/** A block with its place in the document, and its number where it is a numbered paragraph. */
export interface Placed {
  readonly block: Block
  readonly at: number
  readonly number?: number
}

/** Things with their places, which is all that tells the lines and cells of a document apart. */
export const inPlace = <T>(things: readonly T[]): readonly { readonly thing: T; readonly at: number }[] =>
  things.map((thing, at) => ({ thing, at }))

/** What stands on one sheet, with the footnotes it calls. A real sheet may go on over several pages of Word. */
export interface Sheet {
  readonly blocks: readonly Placed[]
  readonly footnotes: readonly { readonly number: number; readonly runs: Runs }[]
}

/** The number of each run that calls a footnote, through the whole document. */
export type FootnoteNumbers = ReadonlyMap<Run, number>

/** Cuts a document where Word surely begins a page: at the contents, and at headings that ask for it. */
export function sheetsOf(blocks: readonly Block[]): {
  readonly sheets: readonly Sheet[]
  readonly numbers: FootnoteNumbers
} {
  const numbers = new Map<Run, number>()
  const sheets: { blocks: Placed[]; footnotes: { number: number; runs: Runs }[] }[] = []
  let paragraphs = 0
  blocks.forEach((block, at) => {
    if (sheets.length === 0 || opensSheet(block)) sheets.push({ blocks: [], footnotes: [] })
    const isNumbered = block.type === 'paragraph' && block.numbered === true
    if (isNumbered) paragraphs += 1
    sheets.at(-1)?.blocks.push({ block, at, ...(isNumbered && { number: paragraphs }) })
    for (const run of calling(block)) {
      numbers.set(run, numbers.size + 1)
      sheets.at(-1)?.footnotes.push({ number: numbers.size, runs: run.footnote ?? [] })
    }
  })
  return { sheets, numbers }
}

const opensSheet = (block: Block): boolean =>
  block.type === 'contents' || (block.type === 'heading' && block.pageBreak === true)

/** Runs of a block that call a footnote; only running text does. */
const calling = (block: Block): readonly Run[] =>
  block.type === 'paragraph' || block.type === 'verbatim' || block.type === 'box'
    ? block.runs.filter(({ footnote }) => footnote !== undefined)
    : []
