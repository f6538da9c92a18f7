import type { Outline } from '#shared/report/outline.ts'
import type { Writing } from './docx-runs.ts'
import { languageTag } from './language-tag.ts'
import { readParts, writeParts, type WordParts } from './word-parts.ts'

/**
 * What the writing library has no word for: what a screen reader says of tables, the document's language, and dates and
 * ids that depend on the outline alone, so that the same outline always gives the same bytes.
 */
export async function finishDocx(
  packed: Uint8Array,
  outline: Pick<Outline, 'date' | 'lang'>,
  tables: Writing['tables'],
): Promise<Uint8Array> {
  const parts = await readParts(packed)
  edit(parts, 'word/document.xml', (xml) => renumberBookmarks(describeTables(xml, tables)))
  edit(parts, 'docProps/core.xml', (xml) => dateAndLanguage(xml, outline))
  return await writeParts(parts)
}

function edit(parts: WordParts, path: string, change: (xml: string) => string): void {
  const part = parts.get(path)
  if (!part) throw new Error(`The Word file has no ${path}.`)
  parts.set(path, Buffer.from(change(part.toString('utf8'))))
}

function describeTables(xml: string, tables: Writing['tables']): string {
  let index = 0
  return xml.replaceAll('</w:tblPr>', (end) => {
    const table = tables[index]
    index += 1
    if (!table) throw new Error('The Word file has a table without words.')
    return `<w:tblCaption w:val="${escape(table.caption)}"/><w:tblDescription w:val="${escape(table.description)}"/>${end}`
  })
}

/** Bookmark ids come from a counter of the whole program; here they are counted again, in the order of the document. */
function renumberBookmarks(xml: string): string {
  const numbers = new Map<string, number>()
  const renumbered = xml.replace(/(<w:bookmark(?:Start|End) [^>]*?w:id=")(\d+)"/g, (_, start: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
    return `${start}${numbers.get(id)}"`
  })
  const headingName = /((?:w:name|w:anchor)="_Toc|<w:instrText[^>]*>\s*PAGEREF _Toc)(\d+)/g
  return renumbered.replace(headingName, (_, start: string, id: string) => `${start}${numbers.get(id) ?? id}`)
}

function dateAndLanguage(xml: string, { date, lang }: Pick<Outline, 'date' | 'lang'>): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`The outline's date is not a day: ${date}`)
  return xml
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
    .replace('</cp:coreProperties>', `<dc:language>${escape(languageTag(lang))}</dc:language></cp:coreProperties>`)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}
const escape = (text: string): string => text.replace(/[&<>"\n\t]/g, (character) => ENTITIES[character] ?? character)
