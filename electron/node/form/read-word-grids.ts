import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { FormFault } from '#shared/programme/form/form-issue.ts'
import type { FormGrid, FormLine } from '#shared/programme/form/form-grid.ts'
import type { WorkbookParts } from '../import/open-workbook.ts'
import { MAIN } from '../report/word-file.ts'
import { child, readXml, valueOf, type XmlElement } from '../report/xml-tree.ts'

/** Characters of the main part: a form with a thousand notes is a hundredth of it. */
const LONGEST_MAIN = 40_000_000
/** Elements inside one another: beyond, nobody typed it. */
const DEEPEST = 200

/** The tables of a Word document, in their order, as they would be with every tracked change accepted. */
export function readWordGrids(parts: WorkbookParts): Result<readonly FormGrid[], FormFault> {
  const main = parts.get(MAIN)
  if (main === undefined) return fail('Damaged')
  if (main.length > LONGEST_MAIN) return fail('TooLarge')
  try {
    const tree = readXml(new TextDecoder('utf-8', { fatal: true }).decode(main))
    return ok(tree.all('w:tbl').map(gridOf))
  } catch {
    // Thrown for whatever in the part is not XML as word processors write it.
    return fail('Damaged')
  }
}

const gridOf = (table: XmlElement): FormGrid =>
  [...within(table, 'w:tr')].filter((row) => child(row, 'w:trPr', 'w:del') === undefined).map(lineOf)

/** What wraps rows, cells and paragraphs without being one: fields to fill in, tracked insertions. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'])

/** The elements of a name right inside another, whatever wraps them. */
function* within(parent: XmlElement, name: string, depth = 0): Generator<XmlElement> {
  if (depth > DEEPEST) throw new Error('too deep')
  for (const element of parent.children) {
    if (element.name === name) yield element
    else if (WRAPPERS.has(element.name)) yield* within(element, name, depth + 1)
  }
}

/** Columns that one cell may span: as many as any table here is read to. */
const WIDEST = 100

function lineOf(row: XmlElement, line: number): FormLine {
  const cells: string[] = []
  const below: number[] = []
  const skip = (count: number): void => {
    for (let left = Math.min(count, WIDEST); left > 0; left -= 1) cells.push('')
  }
  skip(Number(valueOf(child(row, 'w:trPr', 'w:gridBefore')) ?? 0))
  for (const cell of within(row, 'w:tc')) {
    const merge = child(cell, 'w:tcPr', 'w:vMerge')
    if (merge !== undefined && valueOf(merge) !== 'restart') below.push(cells.length)
    cells.push(textOfCell(cell))
    skip(Number(valueOf(child(cell, 'w:tcPr', 'w:gridSpan')) ?? 1) - 1)
  }
  return { line, cells, below }
}

/** Tracked deletions, what a move left behind, the other drawing of a shape, the code of a field, how text looks. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:pPr', 'w:rPr', 'w:tcPr', 'w:sdtPr'])
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': ' ', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

/** The text that a cell shows, a line per paragraph, without the hyphens that only part a word at the end of a line. */
function textOfCell(cell: XmlElement): string {
  let text = ''
  const add = (element: XmlElement, depth: number): void => {
    if (depth > DEEPEST) throw new Error('too deep')
    if (UNSEEN.has(element.name)) return
    if (element.name === 'w:p' && text !== '') text += '\n'
    if (element.name === 'w:t') text += element.text.replace(/[\t\n\r]/g, ' ')
    text += SIGNS[element.name] ?? ''
    for (const inner of element.children) add(inner, depth + 1)
  }
  add(cell, 0)
  return text.replaceAll('\u00AD', '').trim()
}
