import { describe, expect, it } from 'vitest'
import { readTable, type ReadTableOptions } from '#node/import/read-table.ts'
import { TABLE_LIMITS } from '#shared/programme/table.ts'

const read = (text: string, options?: ReadTableOptions) => readTable(Buffer.from(text), 'contributions.csv', options)

async function table(text: string, options?: ReadTableOptions) {
  const result = await read(text, options)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function failure(text: string | Uint8Array) {
  const result = await readTable(Buffer.from(text), 'contributions.csv')
  return result.ok ? result.value : result.failure
}

describe('reading separated values', () => {
  it.each([',', ';', '\t', '|'] as const)('guesses the separator %j', async (separator) => {
    const text = [
      ['axe', 'texte'],
      ['1', '"L’eau, l’air; le sol | ""tout"""'],
    ]
      .map((row) => row.join(separator))
      .join('\n')
    expect(await table(text)).toMatchObject({
      separator,
      columns: ['axe', 'texte'],
      rows: [{ line: 2, cells: { axe: '1', texte: 'L’eau, l’air; le sol | "tout"' } }],
    })
  })

  it('obeys a first line « sep= » and the choice of a person', async () => {
    expect(await table('sep=;\na,b;c\n1,5;2\n')).toMatchObject({
      separator: ';',
      columns: ['a,b', 'c'],
      rows: [{ line: 3, cells: { 'a,b': '1,5', c: '2' } }],
    })
    expect(await table('a;b,c\n1;2,3\n', { separator: ',' })).toMatchObject({ columns: ['a;b', 'c'] })
  })

  it('reads the tabulated file of a name ending in .tsv', async () => {
    const result = await readTable(Buffer.from('a,b\tc\n1,5\t2\n'), 'Notes.TSV')
    expect(result).toMatchObject({ ok: true, value: { separator: '\t', columns: ['a,b', 'c'] } })
  })

  it('reads a single column whose sentences are full of commas', async () => {
    const { columns, rows, separator } = await table('texte\nJe veux, dit-il, des arbres, ici\nOui, des bancs, aussi\n')
    expect({ columns, separator, count: rows.length }).toEqual({ columns: ['texte'], separator: undefined, count: 2 })
  })

  it('tells the true line of each row, past blank lines and line ends inside cells, whatever the line ends', async () => {
    const lines = ['id;texte', '', '1;"deux', 'lignes"', ';', '2;fin', '']
    for (const end of ['\n', '\r\n', '\r']) {
      const { rows } = await table(lines.join(end))
      expect(rows).toEqual([
        { line: 3, cells: { id: '1', texte: 'deux\nlignes' } },
        { line: 6, cells: { id: '2', texte: 'fin' } },
      ])
    }
  })

  it('reads a file whose line ends are mixed', async () => {
    const { rows } = await table('a;b\r\n1;2\n3;4\r\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ])
  })

  it('names empty and repeated headers, and keeps a header that is a trap for objects', async () => {
    const { columns, rows } = await table('name;;name; name ;__proto__;constructor\n1;2;3;4;5;6\n')
    expect(columns).toEqual(['name', '#2', 'name (2)', 'name (3)', '#5', 'constructor'])
    expect(Object.values(rows[0]?.cells ?? {})).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  it('reports the rows that do not fit the header, and no separators at the end of a line', async () => {
    const { problems, rows } = await table('a;b\n1;2;3\n1\n1;2;;\n1;2\n')
    expect(rows).toHaveLength(4)
    expect(problems).toEqual([
      { line: 2, type: 'TooManyCells' },
      { line: 3, type: 'TooFewCells' },
    ])
  })

  it('reports a misplaced quotation mark and still reads the rest', async () => {
    const { problems, rows } = await table('a;b\n"il a dit "oui" hier";2\n3;4\n')
    expect(problems).toEqual([{ line: 2, type: 'QuoteMisplaced' }])
    expect(rows.at(-1)).toEqual({ line: 3, cells: { a: '3', b: '4' } })
  })

  it('refuses a file where a quotation mark is never closed, rather than swallow its rows', async () => {
    const rest = Array.from({ length: 5000 }, (_, index) => `y${index};2`).join('\n')
    expect(await failure(`a;b\n"x;1\n${rest}\n`)).toEqual({ type: 'QuoteNotClosed', line: 2 })
    expect(await failure(`a;b\n"deux\nlignes";1\n3;"x\n${rest}\n`)).toEqual({ type: 'QuoteNotClosed', line: 4 })
  })

  it('keeps formulas, composed letters and hidden direction marks as the text they are', async () => {
    const cells = ["=cmd|'/C calc'!A0", 'e\u0301 é', 'invoice\u202efdp.exe']
    const { rows } = await table(`t\tn\n${cells.map((cell) => `${cell}\t1`).join('\n')}\n`)
    expect(rows.map((row) => row.cells['t'])).toEqual(cells)
  })

  it.each(['', 'name\n', '\n\n \n', 'a;b\n;\n', '\ufeff'])('says that %j has no rows', async (text) => {
    expect(await failure(text)).toEqual({ type: 'EmptyTable' })
  })

  it('names the line where a file mixes encodings', async () => {
    expect(await failure(Buffer.from('c3a90ae90a', 'hex'))).toEqual({ type: 'EncodingUnreadable', line: 2 })
  })

  it('says what a file is when it is no table', async () => {
    const files: readonly (readonly [Uint8Array | string, string])[] = [
      ['[InternetShortcut]\nURL=file:///x\n', 'shortcut'],
      [Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
      ['%PDF-1.7', 'pdf'],
      ['<!DOCTYPE html><table></table>', 'web-page'],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ]
    for (const [bytes, found] of files) expect(await failure(bytes)).toEqual({ type: 'NotATable', found })
  })

  it('stops at its limits', async () => {
    const { columns, cell, rows } = TABLE_LIMITS
    const wide = Array.from({ length: columns + 1 }, (_, index) => `c${index}`).join(';')
    expect(await failure(`${wide}\n${wide}\n`)).toEqual({ type: 'TooLarge', what: 'columns', limit: columns, line: 1 })
    expect(await failure(`a;b\n1;${'x'.repeat(cell + 1)}\n`)).toMatchObject({ what: 'cell', line: 2 })
    expect(await failure(`a;b\n${'1;2\n'.repeat(rows + 1)}`)).toMatchObject({ what: 'rows', line: rows + 2 })
  })
})
