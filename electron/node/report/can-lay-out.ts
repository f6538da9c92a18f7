import type { Block } from '#shared/report/outline.ts'

/** What the longest document laid out may hold: some sixty pages, some seconds. Each text weighs a line beside its letters. */
const LONGEST_DOCUMENT = 200_000
const LINE = 60

/** A word that runs over many lines costs the layout as much as pages do; East Asian letters break anywhere. */
const ENDLESS_WORD = /[^\s\u3000-\u9FFF\uAC00-\uD7AF]{300}/

/** Whether the pages of a document can be laid out, to number its contents, in the time a person waits. */
export function canLayOut(blocks: readonly Block[]): boolean {
  const texts = textsIn(blocks)
  const weight = texts.reduce((sum, text) => sum + text.length + LINE, 0)
  return weight <= LONGEST_DOCUMENT && !texts.some((text) => ENDLESS_WORD.test(text))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
