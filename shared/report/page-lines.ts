import type { Block, Runs } from './outline.ts'

/** Letters on a line of a compact document: of its text, and beside the labels of its facts. */
const ON_LINE = 102
const BESIDE_LABEL = 84

/** Letters of East Asia take the room of two. */
const WIDE = /[\u3000-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/g

/** Lines that a compact document takes on paper, near enough to choose how much it says. */
export const linesOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + heightOf(block), 0)

/** Title and the white around it count as lines too. */
function heightOf(block: Block): number {
  switch (block.type) {
    case 'cover':
      return 7 + sum(block.facts.map(({ value }) => lines(value, BESIDE_LABEL)))
    case 'heading':
      return 2
    case 'bullets':
      return sum(block.items.map((item) => lines(item, ON_LINE) + 0.15))
    case 'box':
      return lines(block.runs, ON_LINE - 4) + 2
    case 'paragraph':
      return lines(block.runs, ON_LINE) + 0.5
    default:
      throw new Error(`A compact document has no ${block.type}`)
  }
}

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0)

function lines(words: Runs, onLine: number): number {
  const text = words.map((run) => run.text).join('')
  return Math.max(1, Math.ceil((text.length + (text.match(WIDE)?.length ?? 0)) / onLine))
}
