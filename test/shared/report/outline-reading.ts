import type { Block, Outline, Runs } from '#shared/report/outline.ts'

export const textOf = (runs: Runs): string => runs.map(({ text }) => text).join('')

export const blocksOf = <T extends Block['type']>(
  { blocks }: Outline,
  type: T,
): readonly Extract<Block, { type: T }>[] =>
  blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type)

export const numbered = (outline: Outline) => blocksOf(outline, 'paragraph').filter((block) => block.numbered === true)

export const headings = (outline: Outline): readonly string[] => blocksOf(outline, 'heading').map(({ text }) => text)

/** Every run of a document, whatever block holds it. */
export const everyRun = ({ blocks }: Outline): Runs =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'box':
      case 'verbatim':
      case 'annexNote':
        return block.runs
      case 'bullets':
        return block.items.flat()
      case 'table':
        return [...block.header, ...block.rows.flat()].flat()
      case 'facts':
      case 'cover':
        return block.facts.flatMap(({ value }) => value)
      case 'heading':
      case 'contents':
        return []
    }
  })

/** The table that has this caption. */
export function table(outline: Outline, caption: string) {
  const found = blocksOf(outline, 'table').find((block) => block.caption === caption)
  if (found === undefined) throw new Error(`No table is called ${caption}`)
  return { ...found, cells: found.rows.map((row) => row.map(textOf)) }
}
