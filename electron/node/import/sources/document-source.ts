import { fail, type Result } from '#shared/kit/result.ts'
import { part, sourceOf, type SourceRead } from '#shared/programme/sources/collect.ts'
import type { SourceFailure } from '#shared/programme/sources/source.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import { child, readXml, type XmlElement } from '../../report/xml-tree.ts'
import { openOffice, type WorkbookParts } from '../open-workbook.ts'

const BODY = 'word/document.xml'
/** Notes of a page and notes of the end: their part, what calls them, what they are called. */
const NOTES = [
  { part: 'word/footnotes.xml', call: 'w:footnoteReference', note: 'w:footnote', mark: '' },
  { part: 'word/endnotes.xml', call: 'w:endnoteReference', note: 'w:endnote', mark: '*' },
] as const

/** What was struck out, what only styles or draws, and what older programs are shown instead. */
const SILENT: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:tcPr',
  'w:trPr',
  'w:sectPr',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
])

/**
 * The words of a Word document, a paragraph or a row of a table at a time; notes come last, after the sign that called
 * them. Macros, fields and what it is linked to are left unread; what was struck out is not said.
 */
export async function readDocument(bytes: Buffer): Promise<SourceRead> {
  const opened = await openOffice(bytes, BODY)
  if (!opened.ok) return fail(failureOf(opened.failure))
  const body = rootOf(opened.value, BODY)
  if (!body.ok) return body
  const lines = blocksIn(child(body.value, 'w:body') ?? body.value)
  for (const { part: name, note, mark } of NOTES) {
    if (!opened.value.has(name)) continue
    const root = rootOf(opened.value, name)
    if (!root.ok) return root
    lines.push(...notesIn(root.value, note, mark))
  }
  const parts = lines.flatMap((text, index) => (text.trim() === '' ? [] : [part(index + 1, null, '', text.trim())]))
  return sourceOf({ kind: 'handed-in', layout: 'document', problems: [], parts, times: 'from zero' })
}

function rootOf(parts: WorkbookParts, name: string): Result<XmlElement, SourceFailure> {
  try {
    return { ok: true, value: readXml(new TextDecoder('utf-8', { fatal: true }).decode(parts.get(name))).root }
  } catch {
    // The reader throws for whatever in it is not well-formed.
    return fail({ type: 'DocumentDamaged', part: name })
  }
}

/** Paragraphs, and rows of tables as one line each. */
function blocksIn(element: XmlElement): string[] {
  const blocks: string[] = []
  for (const inner of element.children) {
    if (SILENT.has(inner.name)) continue
    if (inner.name === 'w:p') blocks.push(wordsIn(inner))
    else if (inner.name === 'w:tr') blocks.push(rowOf(inner))
    else blocks.push(...blocksIn(inner))
  }
  return blocks
}

const rowOf = (row: XmlElement): string =>
  row.children
    .filter(({ name }) => name === 'w:tc' || name === 'w:sdt')
    .map((cell) => blocksIn(cell).join(' ').trim())
    .join(' | ')

function notesIn(root: XmlElement, note: string, mark: string): readonly string[] {
  return root.children
    .filter(({ name, attributes }) => name === note && (attributes['w:type'] ?? 'normal') === 'normal')
    .map((one) => `[${one.attributes['w:id'] ?? ''}${mark}] ${blocksIn(one).join(' ').trim()}`)
}

const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '‑' }

function wordsIn({ name, text, children, attributes }: XmlElement): string {
  if (SILENT.has(name)) return ''
  if (name === 'w:t') return text
  const note = NOTES.find(({ call }) => call === name)
  if (note !== undefined) return ` [${attributes['w:id'] ?? ''}${note.mark}]`
  return SIGNS[name] ?? children.map(wordsIn).join('')
}

/** A document is opened as a workbook is: the same flaws, in words of its own. */
function failureOf(failure: TableFailure): SourceFailure {
  switch (failure.type) {
    case 'WorkbookProtected':
      return { type: 'DocumentProtected' }
    case 'NotATable':
      return { type: 'NotASource', found: failure.found }
    case 'TooLarge':
      return { type: 'TooLarge', what: failure.what, limit: failure.limit }
    case 'WorkbookDamaged':
      return { type: 'DocumentDamaged', ...(failure.part === undefined ? {} : { part: failure.part }) }
    default:
      return { type: 'DocumentDamaged' }
  }
}
