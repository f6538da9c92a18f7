import { describe, expect, it } from 'vitest'
import { inspectDocx } from '#node/report/inspect-docx.ts'
import { aProcess, saidIn, SESSION } from './a-process.ts'
import { change, fillWord, fillWorkbook, piecesOf, TABLES } from './fill-form.ts'

describe('what a word processor does to a form', () => {
  const inNotes = (row: number, by: (row: string) => string) => (xml: string) =>
    change(xml, 'tbl', TABLES.notes, (table) => change(table, 'tr', row, by))
  const inCell = (column: number, by: (cell: string) => string) => (row: string) => change(row, 'tc', column, by)
  const merged = (value: string) => inCell(2, (cell) => cell.replace('</w:tcPr>', `<w:vMerge${value}/></w:tcPr>`))
  const TWO = [
    ['', 'Awa N’Diaye', '', 'Commune', 'A1', '', '', '', 'Une', ''],
    ['', '', '', '', 'A1', '', '', '', 'Deux', ''],
  ]
  const dropColumn = (at: number) => (xml: string) =>
    change(xml, 'tbl', TABLES.notes, (table) =>
      piecesOf(table, 'tr')
        .map((row) => (row.startsWith('<w:tr') ? inCell(at, () => '')(row) : row))
        .join(''),
    )

  it.each([
    [
      'a cell that goes on over two lines',
      TWO,
      (xml: string) => inNotes(2, merged(''))(inNotes(1, merged(' w:val="restart"'))(xml)),
      ['Awa N’Diaye: Une', 'Awa N’Diaye: Deux'],
    ],
    ['a deleted column', TWO.slice(0, 1), dropColumn(7), ['Awa N’Diaye: Une']],
    [
      'lines added at the end',
      TWO.slice(0, 1),
      (xml: string) =>
        change(xml, 'tbl', TABLES.notes, (table) => {
          const row = piecesOf(table, 'tr')[3] ?? ''
          return table.replace('</w:tbl>', `${row.replace('Une', 'Trois')}</w:tbl>`)
        }),
      ['Awa N’Diaye: Une', 'Awa N’Diaye: Trois'],
    ],
    [
      'tracked changes',
      TWO.slice(0, 1),
      (xml: string) =>
        xml.replace(
          /<w:r><w:t xml:space="preserve">Une<\/w:t><\/w:r>/,
          '<w:del w:id="1" w:author="a" w:date="2021-05-07T00:00:00Z"><w:r><w:delText>Zéro</w:delText></w:r></w:del><w:moveFrom w:id="2" w:author="a" w:date="2021-05-07T00:00:00Z"><w:r><w:t>parti</w:t></w:r></w:moveFrom><w:ins w:id="3" w:author="a" w:date="2021-05-07T00:00:00Z"><w:r><w:t>Une</w:t></w:r></w:ins>',
        ),
      ['Awa N’Diaye: Une'],
    ],
    [
      'a tracked deletion of a line',
      TWO,
      inNotes(2, (row) =>
        row.replace(/<w:trPr>/, '<w:trPr><w:del w:id="1" w:author="a" w:date="2021-05-07T00:00:00Z"/>'),
      ),
      ['Awa N’Diaye: Une'],
    ],
    [
      'a comment, a soft hyphen, a hyphen and a space that do not break',
      TWO.slice(0, 1),
      (xml: string) =>
        xml.replace(
          '>Une</w:t></w:r>',
          '>U\u00ADn</w:t></w:r><w:r><w:softHyphen/><w:t>e\u00A0: 1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r><w:commentRangeStart w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>',
        ),
      ['Awa N’Diaye: Une\u00A0: 1-2'],
    ],
    [
      'fields to fill in',
      TWO.slice(0, 1),
      inNotes(
        1,
        (row) =>
          `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inCell(9, (cell) => `<w:sdt><w:sdtContent>${cell}</w:sdtContent></w:sdt>`)(row)}</w:sdtContent></w:sdt>`,
      ),
      ['Awa N’Diaye: Une'],
    ],
  ] as const)('%s', async (_, notes, edit, said) => {
    const { blank, take, records } = await aProcess()
    await take('fiche.docx', await fillWord(await blank('docx'), { session: SESSION, notes }, edit))
    const found = saidIn(await records()).map(({ speaker, text }) => `${String(speaker)}: ${text}`)
    expect(found.toSorted()).toEqual([...said].toSorted())
  })

  it('keeps days and hours as numbers, and cells that are one', async () => {
    const { blank, take, records } = await aProcess()
    const session = ['Séance', '44323#', '0.5833333#', '', '', '3']
    const notes = [
      ['0.6041666#', 'Awa', '', 'Ville', 'A1', '', '', '', 'Une', ''],
      ['', '', '', '', 'A1', '', '', '', 'Deux', ''],
    ]
    const merge = (xml: string) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>')
    await take('fiche.xlsx', await fillWorkbook(await blank('xlsx'), { session, notes }, merge))
    expect(saidIn(await records())).toMatchObject([
      { at: '14:30', speaker: 'Awa' },
      { at: '14:30', speaker: 'Awa' },
    ])
    expect((await records()).find(({ f }) => f['label'] === 'Séance')?.f).toMatchObject({
      date: '2021-05-07',
      start: '14:00',
    })
  })

  it('is a sound Word file, to Word and to a screen reader', async () => {
    const { blank } = await aProcess()
    expect(await inspectDocx(await blank('docx'))).toEqual([])
  })
})
