import { rawZip } from './raw-zip.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A cell that holds its words itself. */
export const inline = (place: string, said: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${said}</t></is></c>`

/** A workbook of one sheet, with further parts, and what follows its rows. */
export function aWorkbook(
  rows: string,
  {
    parts = {},
    name = 'Feuille',
    tail = '',
  }: { parts?: Readonly<Record<string, string | Uint8Array>>; name?: string; tail?: string } = {},
): Buffer {
  const all = {
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${tail}</worksheet>`,
    ...parts,
  }
  return rawZip(Object.entries(all).map(([part, bytes]) => ({ name: part, bytes })))
}
