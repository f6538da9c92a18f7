import { rawZip } from './raw-zip.ts'
import type { BadTable } from './bad-input.ts'
import { aWorkbook, inline } from './workbook.ts'

const text = (content: string) => (): Uint8Array => Buffer.from(content)
const hex = (bytes: string) => (): Uint8Array => Buffer.from(bytes, 'hex')
const utf16be = (content: string): Buffer => Buffer.from(`\ufeff${content}`, 'utf16le').swap16()

const HEADER = `<row r="1">${inline('A1', 'texte')}${inline('B1', 'date')}</row>`

const workbook = (rows: string, parts: Readonly<Record<string, string | Uint8Array>> = {}, name = 'Feuille'): Buffer =>
  aWorkbook(`${HEADER}${rows}`, { parts, name })

/** A style that shows a number as a day. */
const STYLES =
  '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
const autoDate = `<row r="2">${inline('A2', '1-12')}</row><row r="3"><c r="A3" s="1"><v>44928</v></c></row>`
const ROW = `<row r="2">${inline('A2', 'Une digue')}</row>`
const csv = 'bad.csv'
const xlsx = 'bad.xlsx'

/** Tables that someone exported badly, or forged. Columns are called `texte` and `date`. */
export const TABLES: readonly BadTable[] = [
  {
    id: 'ZIP-01 workbook',
    name: xlsx,
    make: () => workbook(ROW, { 'xl/sharedStrings.xml': new Uint8Array(50_000_000) }),
    expected: { outcome: 'reject', type: 'TooLarge', about: { what: 'ratio' } },
  },
  { id: 'ZIP-04 workbook', name: xlsx, make: () => lying(), expected: { outcome: 'reject', type: 'WorkbookDamaged' } },
  {
    id: 'TYPE-03 table',
    name: csv,
    make: text('[InternetShortcut]\nURL=file:///x\n'),
    expected: { outcome: 'reject', type: 'NotATable', about: { found: 'shortcut' } },
  },
  {
    id: 'ENC-01 table',
    name: csv,
    make: text('\ufefftexte\nUne digue\n'),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'ENC-03',
    name: csv,
    make: () => utf16be('texte;date\r\nUne digue;\r\n'),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'ENC-04',
    name: csv,
    make: () => Buffer.from('texte;date\nUne digue;\n', 'utf16le'),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'ENC-04 odd',
    name: csv,
    make: () => Buffer.concat([Buffer.from('texte;date\nUne digue;\n', 'utf16le'), Buffer.of(0x61)]),
    expected: { outcome: 'reject', type: 'EncodingUnreadable' },
  },
  {
    id: 'ENC-06',
    name: csv,
    make: hex('7465787465 0a c3a9 0a e9 0a'.replace(/ /g, '')),
    expected: { outcome: 'reject', type: 'EncodingUnreadable', about: { line: 3 } },
  },
  {
    id: 'ENC-06 old',
    name: csv,
    make: hex('74657874650a4c92e974e90a'),
    expected: { outcome: 'accept', text: 'L’été' },
  },
  {
    id: 'ENC-07 table',
    name: csv,
    make: hex('74657874650ac0afeda0800a'),
    expected: { outcome: 'reject', type: 'EncodingUnreadable' },
  },
  {
    id: 'ENC-10 table',
    name: csv,
    make: text('texte\né / e\u0301\n'),
    expected: { outcome: 'accept', text: 'é / e\u0301' },
  },
  {
    id: 'ENC-10 without end',
    name: csv,
    make: text(`texte\ne${'\u0301'.repeat(1e5)}${'\u0327'.repeat(1e5)}\n`),
    expected: { outcome: 'reject', type: 'EncodingUnreadable', about: { line: 2 } },
  },
  ...[';', ',', '\t', '|'].map((sign) => ({
    id: `ENC-12 ${sign}`,
    name: csv,
    make: text(`texte${sign}date\nUne digue${sign}2021-05-07\n`),
    expected: { outcome: 'accept' as const, text: 'Une digue' },
  })),
  {
    id: 'ENC-12 sep=',
    name: csv,
    make: text('sep=;\ntexte;date\nUne digue;2021-05-07\n'),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'DATE-01',
    name: csv,
    make: text('texte;date\nUne digue;+010000-01-01T00:00:00.000Z\n'),
    expected: { outcome: 'row', error: 'BadDate' },
  },
  {
    id: 'DATE-03',
    name: csv,
    make: text('texte;date\nUne digue;2026-02-30\n'),
    expected: { outcome: 'row', error: 'BadDate' },
  },
  {
    id: 'DATE-04',
    name: csv,
    make: text('texte;date\nUne digue;03/04/2026\n'),
    expected: { outcome: 'warn', warning: 'AmbiguousDate' },
  },
  {
    id: 'DATE-04 certain',
    name: csv,
    make: text('texte;date\nUne digue;31/12/2026\n'),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'TEXT-01 table',
    name: csv,
    make: text('texte;date\ninvoice\u202efdp.exe;\n'),
    expected: { outcome: 'warn', warning: 'HiddenMark' },
  },
  {
    id: 'SHEET-01',
    name: csv,
    make: text(`texte;date\n"x;\n${'y;\n'.repeat(5_000)}`),
    expected: { outcome: 'reject', type: 'QuoteNotClosed', about: { line: 2 } },
  },
  {
    id: 'SHEET-03',
    name: csv,
    make: text('texte;texte;\nUne digue;b;c\n'),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  { id: 'SHEET-04', name: csv, make: text('texte\n'), expected: { outcome: 'reject', type: 'EmptyTable' } },
  { id: 'SHEET-04 blank', name: csv, make: text('\n\n \n'), expected: { outcome: 'reject', type: 'EmptyTable' } },
  {
    id: 'SHEET-06',
    name: csv,
    make: text("texte\n=cmd|'/C calc'!A0\n"),
    expected: { outcome: 'accept', text: "=cmd|'/C calc'!A0" },
  },
  {
    id: 'SHEET-06 workbook',
    name: xlsx,
    make: () => workbook(`<row r="2">${inline('A2', '=cmd|&apos;/C calc&apos;!A0')}</row>`),
    expected: { outcome: 'accept', text: "=cmd|'/C calc'!A0" },
  },
  {
    id: 'SHEET-09',
    name: xlsx,
    make: () =>
      workbook(ROW, { 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst/>' }),
    expected: { outcome: 'reject', type: 'WorkbookDamaged', about: { part: 'xl/sharedStrings.xml' } },
  },
  {
    id: 'SHEET-10',
    name: xlsx,
    make: () => workbook(`${ROW}<row r="1048576">${inline('A1048576', 'dernier')}</row>`),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'SHEET-10 far',
    name: xlsx,
    make: () => workbook(`<row r="2">${inline('XFD2', 'loin')}</row>`),
    expected: { outcome: 'reject', type: 'TooLarge' },
  },
  {
    id: 'SHEET-12',
    name: xlsx,
    make: () => workbook(autoDate, { 'xl/styles.xml': STYLES }),
    expected: { outcome: 'warn', warning: 'DatesAmongTexts' },
  },
  {
    id: 'SHEET-13',
    name: xlsx,
    make: () =>
      workbook(`${ROW}<row r="3"><c r="__proto__1" t="inlineStr"><is><t>x</t></is></c></row>`, {}, '__proto__'),
    expected: { outcome: 'reject', type: 'WorkbookDamaged' },
  },
]

/** A shared part that announces a hundred bytes and holds a megabyte. */
function lying(): Buffer {
  const rows = { name: 'xl/sharedStrings.xml', bytes: new Uint8Array(1_000_000), unpacked: 100 }
  const relations = { name: 'xl/workbook.xml', bytes: '<workbook/>' }
  return rawZip([relations, rows])
}
