/** Characters that a note may have, as the command that captures one. */
export const TEXT_LIMIT = 100_000

/**
 * The text of a note: the title, when there is one, as a first sentence before the text (« Title. Text »), since reports
 * print one text per note. A title alone is a text.
 */
export function noteText(title: string, text: string): string {
  if (title === '') return text
  if (text === '') return title
  return /[.!?…:;؟。]$/u.test(title) ? `${title} ${text}` : `${title}. ${text}`
}

/** The words of a cell without what no document can hold: control characters go, line breaks stay. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/[\v\f]/g, '\n')
    .replace(controls, '')
    .trim()
}
const controls = /(?![\n\t])\p{Cc}/gu

/** Whether a text holds signs that show nothing and can show other words than those that are there. */
export const hasHiddenMark = (text: string): boolean => /[\u200b\u202a-\u202e\u2066-\u2069]/.test(text)
