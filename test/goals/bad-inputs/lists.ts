import type { ParticipantIssue } from '#shared/programme/participants/participant-draft.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import { aWorkbook, inline } from './workbook.ts'

/** A list of participants that someone exported badly, or forged; `names` are those that come in, as they are kept. */
export interface BadList {
  readonly id: string
  readonly name: string
  readonly make: () => Uint8Array
  readonly expected:
    | { readonly outcome: 'reject'; readonly type: TableFailure['type']; readonly about?: object }
    | { readonly outcome: 'accept'; readonly names: readonly string[]; readonly issue?: ParticipantIssue['type'] }
}

const text = (content: string) => (): Uint8Array => Buffer.from(content)
const rows = (...cells: readonly (readonly string[])[]): string =>
  cells
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((said, place) => inline(`${'ABC'[place]}${at + 1}`, said)).join('')}</row>`,
    )
    .join('')

export const LISTS: readonly BadList[] = [
  {
    id: 'SHEET-01 list',
    name: 'list.csv',
    make: text(`Nom;Courriel\n"x;\n${'y;\n'.repeat(5_000)}`),
    expected: { outcome: 'reject', type: 'QuoteNotClosed', about: { line: 2 } },
  },
  {
    id: 'LIST-01 ten thousand columns',
    name: 'list.csv',
    make: text(`${Array.from({ length: 10_000 }, (_, at) => `Nom ${at}`).join(';')}\n`),
    expected: { outcome: 'reject', type: 'TooLarge', about: { what: 'columns' } },
  },
  {
    id: 'LIST-02 too many cells',
    name: 'list.csv',
    make: text('Nom;Organisation\nSarr;Ville;de;Pikor\nRuiz;Sacaba\n'),
    expected: { outcome: 'accept', names: ['Ruiz'], issue: 'TooManyCells' },
  },
  {
    id: 'SHEET-04 list',
    name: 'list.csv',
    make: text('Nom;Courriel\n'),
    expected: { outcome: 'reject', type: 'EmptyTable' },
  },
  {
    id: 'SHEET-06 list',
    name: 'list.csv',
    make: text("Nom;Fonction\n=cmd|'/C calc'!A0;@SUM(1)\n"),
    expected: { outcome: 'accept', names: ["=cmd|'/C calc'!A0"] },
  },
  {
    id: 'SHEET-06 list workbook',
    name: 'list.xlsx',
    make: () =>
      aWorkbook(
        `<row r="1">${inline('A1', 'Nom')}</row><row r="2"><c r="A2" t="str"><f>CONCAT("Sa","rr")</f><v>Sarr</v></c></row>`,
      ),
    expected: { outcome: 'accept', names: ['Sarr'] },
  },
  {
    id: 'LIST-03 merged cells',
    name: 'list.xlsx',
    make: () =>
      aWorkbook(rows(['Nom', 'Organisation'], ['Sarr', 'Ville de Pikor'], ['Ruiz', '']), {
        tail: '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
      }),
    expected: { outcome: 'accept', names: ['Ruiz', 'Sarr'] },
  },
  {
    id: 'SHEET-13 list',
    name: 'list.csv',
    make: text('Nom;__proto__;constructor\nSarr;x;y\n'),
    expected: { outcome: 'accept', names: ['Sarr'] },
  },
  {
    id: 'ENC-06 list',
    name: 'list.csv',
    make: () => Buffer.from('4e6f6d0ac3a90ae90a', 'hex'),
    expected: { outcome: 'reject', type: 'EncodingUnreadable', about: { line: 3 } },
  },
  {
    id: 'ENC-06 list old',
    name: 'list.csv',
    make: () => Buffer.from('Nom;Organisation\nN\u0092Diaye;C\u009cur de ville\n', 'latin1'),
    expected: { outcome: 'accept', names: ['N’Diaye'] },
  },
  {
    id: 'ENC-10 list',
    name: 'list.csv',
    make: text(`Nom\ne${'\u0301'.repeat(1e5)}\n`),
    expected: { outcome: 'reject', type: 'EncodingUnreadable', about: { line: 2 } },
  },
  {
    id: 'TEXT-01 list',
    name: 'list.csv',
    make: text('Nom\nSarr\u202enatlus\n'),
    expected: { outcome: 'accept', names: ['Sarr\u202enatlus'], issue: 'HiddenMark' },
  },
  {
    id: 'LIST-04 scripts',
    name: 'list.csv',
    make: text(
      'Nom complet;Organisation\nИванова Ольга;Рутень\nليلى السعيد;تازارت\nO’Brien, Moira;\nДе ла Крус;Рутень\n',
    ),
    expected: { outcome: 'accept', names: ['Moira O’Brien', 'Иванова Ольга', 'Де ла Крус', 'ليلى السعيد'] },
  },
  {
    id: 'LIST-05 homonyms',
    name: 'list.csv',
    make: text('Nom complet;Organisation\nSARR Ndeye;\nSARR Ndeye;\nSarr Ndeye;\n'),
    expected: { outcome: 'accept', names: ['Ndeye SARR', 'Ndeye SARR', 'Sarr Ndeye'] },
  },
  {
    id: 'LIST-06 too long',
    name: 'list.csv',
    make: text(`Nom\n${'Sarr '.repeat(10_000)}\nRuiz\n`),
    expected: { outcome: 'accept', names: ['Ruiz'], issue: 'WordsTooLong' },
  },
  {
    id: 'TYPE-03 list',
    name: 'list.csv',
    make: text('[InternetShortcut]\nURL=file:///x\n'),
    expected: { outcome: 'reject', type: 'NotATable', about: { found: 'shortcut' } },
  },
]
