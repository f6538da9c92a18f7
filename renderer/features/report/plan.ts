import type { Block, Outline, Runs } from '#shared/report/outline.ts'

/** A part of the document, as the plan names it. */
export interface PlanEntry {
  /** Id of its heading on the page. */
  readonly id: string
  readonly level: 1 | 2 | 3
  readonly text: string
  /** Notes of the annex that it rests on, or that it holds. */
  readonly notes: number
  /** Whether it has a heading and nothing to say under it. */
  readonly isEmpty: boolean
}

export const partId = (block: number): string => `report-part-${block}`
export const noteId = (number: number): string => `report-note-${number}`

type Heading = Extract<Block, { type: 'heading' }>

/** The parts of a document in its order. */
export const planOf = ({ blocks }: Outline): readonly PlanEntry[] =>
  blocks.flatMap((block, at) => (block.type === 'heading' ? [entryOf(block, at, contentsOf(blocks, block, at))] : []))

function entryOf({ level, text }: Heading, at: number, contents: readonly Block[]): PlanEntry {
  return {
    id: partId(at),
    level,
    text,
    notes: new Set(contents.flatMap(notesIn)).size,
    isEmpty: !contents.some(saysSomething),
  }
}

/** What stands under a heading, down to the next of its level or above. */
function contentsOf(blocks: readonly Block[], { level }: Heading, at: number): readonly Block[] {
  const end = blocks.findIndex((block, index) => index > at && block.type === 'heading' && block.level <= level)
  return blocks.slice(at + 1, end === -1 ? undefined : end)
}

/** Headings, facts of identification and muted words (« aucune tendance… ») frame what is said; they say nothing. */
const saysSomething = (block: Block): boolean =>
  block.type !== 'heading' && block.type !== 'facts' && !(block.type === 'paragraph' && block.muted === true)

function notesIn(block: Block): readonly number[] {
  if (block.type === 'annexNote') return [block.number]
  return runsIn(block).flatMap((runs) => runs.flatMap(({ noteLink }) => noteLink ?? []))
}

function runsIn(block: Block): readonly Runs[] {
  switch (block.type) {
    case 'paragraph':
    case 'verbatim':
    case 'box':
      return [block.runs]
    case 'bullets':
      return block.items
    case 'cover':
    case 'facts':
      return block.facts.map(({ value }) => value)
    case 'table':
      return block.rows.flat()
    default:
      return []
  }
}
