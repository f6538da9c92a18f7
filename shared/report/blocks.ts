import { run, runs, type Block, type Run, type Runs } from './outline.ts'

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text })
/** A heading that opens a page. */
export const chapter = (text: string): Block => ({ type: 'heading', level: 1, text, pageBreak: true })
export const paragraph = (words: string | Runs): Block => ({ type: 'paragraph', runs: toRuns(words) })
export const muted = (words: string): Block => ({ type: 'paragraph', runs: runs(words), muted: true })
export const numbered = (words: Runs): Block => ({ type: 'paragraph', runs: words, numbered: true })
export const box = (words: string | Runs): Block => ({ type: 'box', runs: toRuns(words) })

/** Nothing for an empty list. */
export const bullets = (items: readonly Runs[]): readonly Block[] =>
  items.length === 0 ? [] : [{ type: 'bullets', items }]

/** A heading and what it holds; nothing when it holds nothing. */
export const section = (level: 2 | 3, title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(level, title), ...blocks]

export const bold = (text: string): Run => run(text, { bold: true })

/** A text that ends as a sentence does. */
export const asSentence = (text: string): string => (/[.!?…»”]\s*$/u.test(text) ? text : `${text}.`)

const toRuns = (words: string | Runs): Runs => (typeof words === 'string' ? runs(words) : words)
