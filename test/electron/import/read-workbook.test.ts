import { buffer as collect } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { ZipFile } from 'yazl'
import { readTable } from '#node/import/read-table.ts'

const read = (bytes: Uint8Array, sheet?: string) =>
  readTable(bytes, 'contributions.xlsx', sheet === undefined ? {} : { sheet })

async function failure(bytes: Uint8Array) {
  const result = await read(bytes)
  return result.ok ? result.value : result.failure
}

async function zip(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [name, content] of Object.entries(parts)) archive.addBuffer(Buffer.from(content), name)
  archive.end()
  return collect(archive.outputStream)
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const workbookParts = (sheetXml: string, sheetName = 'Feuille') => ({
  'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${sheetXml}</sheetData></worksheet>`,
})
const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const oneText = (sheet: string, text: string) => ({ sheet, data: text === '' ? [] : [['texte'], [text]] })
const HEADER = `<row r="1">${inline('A1', 'texte')}${inline('B1', 'axe')}</row>`

describe('reading a workbook', () => {
  it('reads texts, numbers, days and hours the same on every machine', async () => {
    const bytes = await writeExcelFile([
      [{ value: 'texte' }, { value: 'nombre' }, { value: 'date' }, { value: 'code' }, { value: 'vrai' }],
      [
        { value: '  L’eau\r\nd’abord' },
        { type: Number, value: 0.1 + 0.2 },
        { type: Date, value: new Date(Date.UTC(2021, 4, 7)), format: 'dd/mm/yyyy' },
        { value: '007' },
        { type: Boolean, value: true },
      ],
      [],
      [
        { value: "=cmd|'/C calc'!A0" },
        { type: Number, value: 1234567 },
        { type: Date, value: new Date(Date.UTC(2021, 4, 7, 14, 30)), format: 'dd/mm/yyyy hh:mm' },
      ],
    ]).toBuffer()
    const result = await read(bytes)
    expect(result).toMatchObject({
      ok: true,
      value: { columns: ['texte', 'nombre', 'date', 'code', 'vrai'], problems: [] },
    })
    expect(result.ok && result.value.rows).toEqual([
      { line: 2, cells: { texte: '  L’eau\nd’abord', nombre: '0.3', date: '2021-05-07', code: '007', vrai: 'true' } },
      {
        line: 4,
        cells: { texte: "=cmd|'/C calc'!A0", nombre: '1234567', date: '2021-05-07T14:30', code: '', vrai: '' },
      },
    ])
  })

  it('reads the first sheet that holds something, or the one that is named', async () => {
    const bytes = await writeExcelFile([
      oneText('Vide', ''),
      oneText('Été & automne', 'un'),
      oneText('Hiver', 'deux'),
    ]).toBuffer()
    const sheets = ['Vide', 'Été & automne', 'Hiver']
    expect(await read(bytes)).toMatchObject({
      value: { sheet: 'Été & automne', sheets, rows: [{ cells: { texte: 'un' } }] },
    })
    expect(await read(bytes, 'Hiver')).toMatchObject({
      value: { sheet: 'Hiver', rows: [{ cells: { texte: 'deux' } }] },
    })
    expect(await read(bytes, 'Printemps')).toEqual({
      ok: false,
      failure: { type: 'SheetMissing', sheet: 'Printemps', sheets },
    })
  })

  it('reads a sheet that announces a million rows and holds three cells, the last at the very bottom', async () => {
    const bottom = `<row r="2">${inline('A2', 'un')}</row><row r="1048576">${inline('A1048576', 'dernier')}</row>`
    const result = await read(await zip(workbookParts(HEADER + bottom)))
    expect(result.ok && result.value.rows).toEqual([
      { line: 2, cells: { texte: 'un', axe: '' } },
      { line: 1_048_576, cells: { texte: 'dernier', axe: '' } },
    ])
  })

  it('does not count cells that only carry a format', async () => {
    const formatted = `<row r="2">${inline('A2', 'un')}<c r="XFD2" s="1"/></row><row r="3"><c r="XFC3" s="1"></c></row>`
    const result = await read(await zip(workbookParts(HEADER + formatted)))
    expect(result.ok && result.value.columns).toEqual(['texte', 'axe'])
  })

  it.each([
    ['TooLarge', `<row r="2">${inline('XFD2', 'loin')}</row>`],
    ['TooLarge', `<row r="1048576">${inline('CZ1048576', 'loin')}</row>`],
    ['WorkbookDamaged', `<row r="99999999999">${inline('A99999999999', 'loin')}</row>`],
    ['WorkbookDamaged', `<row r="2"><c r="XFD10485&#55;6" t="inlineStr"><is><t>loin</t></is></c></row>`],
    ['WorkbookDamaged', `<row r="2"><c r="A2" t="s"><v>12</v></c></row>`],
    ['WorkbookDamaged', `<row r="2"><c r="A2"`],
  ])('refuses a sheet that is made to fill the memory or is broken: %s, %s', async (type, rows) => {
    expect(await failure(await zip(workbookParts(HEADER + rows)))).toMatchObject({ type })
  })

  it('refuses a document type declaration, and names the part', async () => {
    const bomb = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    const parts = { ...workbookParts(HEADER), 'xl/sharedStrings.xml': bomb }
    expect(await failure(await zip(parts))).toEqual({ type: 'WorkbookDamaged', part: 'xl/sharedStrings.xml' })
  })

  it('refuses a zip bomb before unpacking it', async () => {
    const bytes = await zip({ ...workbookParts(HEADER), 'xl/sharedStrings.xml': Buffer.alloc(50_000_000) })
    expect(bytes.length).toBeLessThan(100_000)
    expect(await failure(bytes)).toMatchObject({ type: 'TooLarge', what: 'ratio' })
  })

  it('refuses a part that is longer than it announces', async () => {
    const bytes = lyingSize(await zip({ ...workbookParts(HEADER), 'xl/styles.xml': ' '.repeat(9_000) }), 9_000, 100)
    expect(await failure(bytes)).toEqual({ type: 'WorkbookDamaged', part: 'xl/styles.xml' })
  })

  it('reads only what the directory of the archive announces', async () => {
    const hidden = localEntry(
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData><row r="1"></row></sheetData></worksheet>',
    )
    const honest = await zip(workbookParts(`${HEADER}<row r="2">${inline('A2', 'un')}</row>`))
    expect(await failure(shiftArchive(hidden, honest))).toMatchObject({ rows: [{ line: 2, cells: { texte: 'un' } }] })
  })

  it('refuses every truncation of a workbook', async () => {
    const bytes = await zip(workbookParts(`${HEADER}<row r="2">${inline('A2', 'un')}</row>`))
    for (let end = 1; end < bytes.length; end += 7) expect((await read(bytes.subarray(0, end))).ok).toBe(false)
  })

  it('refuses a workbook with a password', async () => {
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await failure(container)).toEqual({ type: 'WorkbookProtected' })
    const encrypted = await zip(workbookParts(HEADER))
    for (let at = encrypted.indexOf('PK\u0001\u0002'); at !== -1; at = encrypted.indexOf('PK\u0001\u0002', at + 4))
      encrypted.writeUInt16LE(encrypted.readUInt16LE(at + 8) | 1, at + 8)
    expect(await failure(encrypted)).toEqual({ type: 'WorkbookProtected' })
  })

  it('says what an archive is when it is no workbook', async () => {
    expect(await failure(await zip({ 'word/document.xml': '' }))).toEqual({ type: 'NotATable', found: 'word' })
    expect(await failure(await zip({ mimetype: '', 'content.xml': '' }))).toEqual({
      type: 'NotATable',
      found: 'open-document',
    })
    expect(await failure(await zip({ 'notes.txt': 'x' }))).toEqual({ type: 'NotATable', found: 'archive' })
  })

  it('leaves the prototypes of objects alone', async () => {
    const row = `<row r="1">${inline('A1', '__proto__')}${inline('B1', 'polluted')}</row><row r="2">${inline('A2', 'x')}${inline('B2', 'y')}</row>`
    const result = await read(await zip(workbookParts(row, '__proto__')))
    expect(result.ok && result.value.columns).toEqual(['#1', 'polluted'])
    expect('polluted' in {}).toBe(false)
  })
})

/** Makes both headers of a part announce another size than its own. */
function lyingSize(bytes: Buffer, real: number, announced: number): Buffer {
  const [from, to] = [Buffer.alloc(4), Buffer.alloc(4)]
  from.writeUInt32LE(real)
  to.writeUInt32LE(announced)
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 4)) to.copy(bytes, at)
  return bytes
}

/** A part as it is stored, with no line in the directory of the archive. */
function localEntry(name: string, text: string): Buffer {
  const packed = deflateRawSync(text)
  const header = Buffer.alloc(30)
  header.write('PK\u0003\u0004', 'latin1')
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(crc32(text), 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(text.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), packed])
}

/** Puts bytes before an archive and corrects the places that its directory gives. */
function shiftArchive(before: Buffer, archive: Buffer): Buffer {
  for (let at = archive.indexOf('PK\u0001\u0002'); at !== -1; at = archive.indexOf('PK\u0001\u0002', at + 4))
    archive.writeUInt32LE(archive.readUInt32LE(at + 42) + before.length, at + 42)
  const end = archive.lastIndexOf('PK\u0005\u0006')
  archive.writeUInt32LE(archive.readUInt32LE(end + 16) + before.length, end + 16)
  return Buffer.concat([before, archive])
}
