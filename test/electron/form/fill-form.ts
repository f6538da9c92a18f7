import { readParts, writeParts } from '#node/report/word-parts.ts'

/** What someone writes in a form: the answers about the sitting by their place, and lines of notes by column. */
export interface Filling {
  readonly session: readonly string[]
  readonly notes: readonly (readonly string[])[]
  readonly people?: readonly (readonly string[])[]
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const inWord = (words: string): string =>
  words
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>')

/** The parts of a text between the tags of an element that holds no other of its name. */
export const piecesOf = (xml: string, name: string): string[] =>
  xml.split(new RegExp(`(<w:${name}[ >](?:(?!<w:${name}[ >])[^])*?</w:${name}>)`))

/** Replaces the nth element of a name in a text. */
export function change(xml: string, name: string, nth: number, by: (element: string) => string): string {
  const pieces = piecesOf(xml, name)
  const at = nth * 2 + 1
  return pieces.map((piece, index) => (index === at ? by(piece) : piece)).join('')
}

const fillCell = (row: string, column: number, words: string): string =>
  change(row, 'tc', column, (cell) =>
    cell.replace(
      /(<w:p>|<w:p [^>]*>)(<w:pPr>[^]*?<\/w:pPr>)?[^]*<\/w:p>/,
      (_, open, look = '') => `${open}${look}${inWord(words)}</w:p>`,
    ),
  )

const fillRow = (row: string, cells: readonly string[], from: number): string =>
  cells.reduce((filled, words, column) => (words === '' ? filled : fillCell(filled, column + from, words)), row)

/** Places of the tables in the Word form. */
export const TABLES = { session: 0, notes: 3 } as const

/** The Word form as someone would fill it in; `edit` then does to its text what a word processor may. */
export async function fillWord(
  blank: Uint8Array,
  { session, notes }: Filling,
  edit: (xml: string) => string = (xml) => xml,
): Promise<Uint8Array> {
  const parts = await readParts(blank)
  let xml = parts.get('word/document.xml')?.toString('utf8') ?? ''
  for (const [at, words] of session.entries())
    if (words !== '')
      xml = change(xml, 'tbl', TABLES.session, (table) => change(table, 'tr', at + 1, (row) => fillCell(row, 1, words)))
  for (const [at, cells] of notes.entries())
    xml = change(xml, 'tbl', TABLES.notes, (table) => change(table, 'tr', at + 1, (row) => fillRow(row, cells, 1)))
  parts.set('word/document.xml', Buffer.from(edit(xml)))
  return writeParts(parts)
}

const letters = 'ABCDEFGHIJ'

const fillSheet = (xml: string, rows: readonly (readonly string[])[], from: number, first = 0): string =>
  rows.reduce(
    (sheet, cells, at) =>
      cells.reduce(
        (filled, words, column) =>
          words === ''
            ? filled
            : filled.replace(
                new RegExp(`<c r="${letters[column + first]}${at + from}"([^>]*?)( t="\\w+")?(?:/>|>[^]*?</c>)`),
                (_, look: string) =>
                  /^\d+(\.\d+)?#$/.test(words)
                    ? `<c r="${letters[column + first]}${at + from}"${look}><v>${words.slice(0, -1)}</v></c>`
                    : `<c r="${letters[column + first]}${at + from}"${look} t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`,
              ),
        sheet,
      ),
    xml,
  )

/** The workbook as someone would fill it in. Words such as `44323#` are a number, as a spreadsheet keeps days. */
export async function fillWorkbook(
  blank: Uint8Array,
  { session, notes, people = [] }: Filling,
  edit: (xml: string) => string = (xml) => xml,
): Promise<Uint8Array> {
  const parts = await readParts(blank)
  const fill = (sheet: number, rows: readonly (readonly string[])[], from: number, first = 0): void => {
    const path = `xl/worksheets/sheet${sheet}.xml`
    const filled = fillSheet(parts.get(path)?.toString('utf8') ?? '', rows, from, first)
    parts.set(path, Buffer.from(sheet === 2 ? edit(filled) : filled))
  }
  fill(
    1,
    session.map((words) => [words]),
    4,
    1,
  )
  fill(2, notes, 2)
  fill(3, people, 2)
  return writeParts(parts)
}
