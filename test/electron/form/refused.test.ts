import { describe, expect, it } from 'vitest'
import { readParts, writeParts } from '#node/report/word-parts.ts'
import { aProcess } from './a-process.ts'
import { fillWord } from './fill-form.ts'

async function withPart(blank: Uint8Array, name: string, size: number): Promise<Uint8Array> {
  const parts = await readParts(blank)
  return writeParts(parts.set(name, Buffer.alloc(size)))
}

describe('a file that is no form of this process', () => {
  it.each([
    ['a text', async () => Buffer.from('Fiche'), 'NotAForm'],
    [
      'a Word file of something else',
      async (blank: Uint8Array) =>
        fillWord(blank, { session: [], notes: [] }, (xml) => xml.replace('rapporteur-fiche', 'autre')),
      'NotAForm',
    ],
    [
      'a form of a newer version',
      async (blank: Uint8Array) =>
        fillWord(blank, { session: [], notes: [] }, (xml) => xml.replace('rapporteur-fiche 1', 'rapporteur-fiche 2')),
      'TooNew',
    ],
    [
      'a form of another process',
      async (blank: Uint8Array) =>
        fillWord(blank, { session: [], notes: [] }, (xml) =>
          xml.replace(/(· fr · )(.)/, (_, start: string, first: string) => `${start}${first === 'A' ? 'B' : 'A'}`),
        ),
      'OtherProcess',
    ],
    [
      'a form without its texts',
      async (blank: Uint8Array) =>
        fillWord(blank, { session: [], notes: [] }, (xml) => xml.replaceAll('Texte', 'Prose')),
      'NotesMissing',
    ],
    ['a cut file', async (blank: Uint8Array) => blank.subarray(0, 9000), 'Damaged'],
    [
      'a part that swells when it is unpacked',
      async (blank: Uint8Array) => withPart(blank, 'word/more.xml', 60_000_000),
      'TooLarge',
    ],
    [
      'a workbook under a password',
      async () =>
        Buffer.from(
          `\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')}`,
          'latin1',
        ),
      'Protected',
    ],
    [
      'a broken part',
      async (blank: Uint8Array) => fillWord(blank, { session: [], notes: [] }, (xml) => xml.slice(0, -30)),
      'Damaged',
    ],
    [
      'a part nested beyond what anyone types',
      async (blank: Uint8Array) =>
        fillWord(blank, { session: [], notes: [] }, (xml) =>
          xml.replace('<w:tc>', `<w:tc>${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}`),
        ),
      'Damaged',
    ],
    [
      'a document type',
      async (blank: Uint8Array) =>
        fillWord(blank, { session: [], notes: [] }, (xml) => xml.replace('<w:document', '<!DOCTYPE x []><w:document')),
      'Damaged',
    ],
  ] as const)('is refused, and nothing changes: %s', async (_, make, reason) => {
    const { side, blank, put, records } = await aProcess()
    const before = await records()
    const file = await put('file.docx', await make(await blank('docx')))
    expect(await side.client['form.import']({ file })).toMatchObject({
      failure: { type: 'FormUnreadable', reason, file: 'file.docx' },
    })
    expect(await records()).toEqual(before)
  })
})
