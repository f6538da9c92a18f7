import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFormFile } from '#node/form/read-form-job.ts'
import { writeForm } from '#node/form/write-form.ts'
import { digest } from '#node/machine.ts'
import { readParts, writeParts } from '#node/report/word-parts.ts'
import { aFolder } from '../../build/desktop.ts'
import { aProcess } from './a-process.ts'
import { aTemplate } from './a-template.ts'
import { fillWord } from './fill-form.ts'

const process = aTemplate('001')
const blank = writeForm({ as: 'docx', lang: 'fr', date: '2021-05-07', ...process })

async function withPart(blank: Uint8Array, name: string, size: number): Promise<Uint8Array> {
  const parts = await readParts(blank)
  return writeParts(parts.set(name, Buffer.alloc(size)))
}

describe('a file that is no form of this process', () => {
  it.each([
    ['a text', async () => Buffer.from('Fiche'), 'NotAForm'],
    [
      'a Word file of something else',
      async (form: Uint8Array) =>
        fillWord(form, { session: [], notes: [] }, (xml) => xml.replace('rapporteur-fiche', 'autre')),
      'NotAForm',
    ],
    [
      'a form of a newer version',
      async (form: Uint8Array) =>
        fillWord(form, { session: [], notes: [] }, (xml) => xml.replace('rapporteur-fiche 1', 'rapporteur-fiche 2')),
      'TooNew',
    ],
    [
      'a form of another process',
      async (form: Uint8Array) =>
        fillWord(form, { session: [], notes: [] }, (xml) =>
          xml.replace(/(· fr · )(.)/, (_, start: string, first: string) => `${start}${first === 'A' ? 'B' : 'A'}`),
        ),
      'OtherProcess',
    ],
    [
      'a form without its texts',
      async (form: Uint8Array) => fillWord(form, { session: [], notes: [] }, (xml) => xml.replaceAll('Texte', 'Prose')),
      'NotesMissing',
    ],
    ['a cut file', async (form: Uint8Array) => form.subarray(0, 9000), 'Damaged'],
    [
      'a part that swells when it is unpacked',
      async (form: Uint8Array) => withPart(form, 'word/more.xml', 60_000_000),
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
      async (form: Uint8Array) => fillWord(form, { session: [], notes: [] }, (xml) => xml.slice(0, -30)),
      'Damaged',
    ],
    [
      'a part nested beyond what anyone types',
      async (form: Uint8Array) =>
        fillWord(form, { session: [], notes: [] }, (xml) =>
          xml.replace('<w:tc>', `<w:tc>${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}`),
        ),
      'Damaged',
    ],
    [
      'a document type',
      async (form: Uint8Array) =>
        fillWord(form, { session: [], notes: [] }, (xml) => xml.replace('<w:document', '<!DOCTYPE x []><w:document')),
      'Damaged',
    ],
  ] as const)('is refused: %s', async (_, make, reason) => {
    const path = join(await aFolder(), 'file.docx')
    const { bytes } = await blank
    await writeFile(path, await make(bytes))
    expect(await readFormFile({ path, ...process }, digest)).toEqual({ ok: false, failure: reason })
  })

  it('changes nothing, and is told by its name', async () => {
    const { side, put, records } = await aProcess()
    const before = await records()
    const file = await put('file.docx', Buffer.from('Fiche'))
    expect(await side.client['form.import']({ file })).toEqual({
      ok: false,
      failure: { type: 'FormUnreadable', reason: 'NotAForm', file: 'file.docx' },
    })
    expect(await records()).toEqual(before)
  })

  it('is not looked for where no token leads, and nothing is taken that is no token', async () => {
    const { side } = await aProcess()
    expect(await side.client['form.preview']({ file: '/etc/passwd' })).toMatchObject({ ok: false })
    for (const method of ['form.preview', 'form.import', 'form.write'])
      for (const input of [
        null,
        {},
        { file: '' },
        { file: 3 },
        { as: 'pdf', lang: 'fr', job: 'j' },
        { file: 'a'.repeat(201) },
      ])
        expect(await side.composed.call(method, input)).toMatchObject({ failure: { type: 'InvalidInput' } })
  })
})
