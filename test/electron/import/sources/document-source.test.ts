import { describe, expect, it } from 'vitest'
import { packTexts } from '#node/exchange/zip.ts'
import { readSource } from '#node/import/sources/source-job.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`

const documentOf = (body: string, more: Readonly<Record<string, string>> = {}) =>
  packTexts({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  })
const read = async (bytes: Uint8Array) => readSource({ file: { bytes } })

describe('A Word document that was handed in', () => {
  it('gives its paragraphs, its tables a line for each row, and its notes after the sign that called them', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}${paragraph(run('bis'))}</w:tc>`
    const footnote = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`
    const bytes = await documentOf(
      paragraph(`${run('Nous demandons ')}${run('de l’eau')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
        paragraph('') +
        `<w:tbl><w:tr>${cell('Ville')}${cell('Eau')}</w:tr></w:tbl>`,
      {
        'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator" w:id="0">${paragraph('')}</w:footnote>${footnote(2, 'Selon le relevé &amp; les mesures.')}</w:footnotes>`,
      },
    )
    expect(await read(bytes)).toMatchObject({
      ok: true,
      value: {
        source: {
          kind: 'handed-in',
          layout: 'document',
          parts: [
            { text: 'Nous demandons de l’eau [2]' },
            { text: 'Ville bis | Eau bis' },
            { text: '[2] Selon le relevé & les mesures.' },
          ],
        },
      },
    })
  })

  it('does not say what was struck out, and says what was put in', async () => {
    const bytes = await documentOf(
      paragraph(
        `${run('Garder')}<w:del><w:r><w:delText>ôter</w:delText></w:r></w:del><w:ins>${run(' ajouté')}</w:ins><w:moveFrom>${run('loin')}</w:moveFrom>`,
      ),
    )
    const source = await read(bytes)
    expect(source.ok && source.value.source.parts.map(({ text }) => text)).toEqual(['Garder ajouté'])
  })

  it('is refused when it declares a document type, is cut short, or is something else', async () => {
    const declared = await packTexts({
      'word/document.xml': `<!DOCTYPE x [<!ENTITY a "b">]><w:document ${W}/>`,
    })
    expect(await read(declared)).toMatchObject({ ok: false, failure: { type: 'DocumentDamaged' } })
    const whole = await documentOf(paragraph(run('Un mot')))
    expect(await read(whole.subarray(0, whole.length - 40))).toMatchObject({
      ok: false,
      failure: { type: 'DocumentDamaged' },
    })
    expect(await read(await packTexts({ 'photo.txt': 'x' }))).toMatchObject({
      ok: false,
      failure: { type: 'NotASource', found: 'archive' },
    })
    expect(await read(Buffer.from('%PDF-1.7'))).toMatchObject({
      ok: false,
      failure: { type: 'NotASource', found: 'pdf' },
    })
    expect(await read(new Uint8Array())).toEqual({ ok: false, failure: { type: 'EmptySource' } })
  })

  it('is told by its content, and a text by its letters, whatever they are encoded in', async () => {
    const utf16 = Buffer.from('\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nÉté\n', 'utf16le')
    expect(await read(utf16)).toMatchObject({
      ok: true,
      value: { source: { layout: 'webvtt', parts: [{ text: 'Été' }] } },
    })
    expect(await read(Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80]))).toMatchObject({
      ok: false,
      failure: { type: 'EncodingUnreadable' },
    })
  })
})
