import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '#node/import/decode-text.ts'

const hex = (digits: string): Uint8Array => Buffer.from(digits, 'hex')
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const read = (text: string, encoding: string) => ({ ok: true, value: { text, encoding } })
const unreadable = (line?: number) => ({
  ok: false,
  failure: { type: 'EncodingUnreadable', ...(line === undefined ? {} : { line }) },
})

describe('telling the encoding of a file from its bytes', () => {
  it('reads UTF-8 and strips exactly one byte order mark', () => {
    expect(decodeText(Buffer.from('Santé'))).toEqual(read('Santé', 'utf-8'))
    expect(decodeText(hex('efbbbf61'))).toEqual(read('a', 'utf-8'))
    expect(decodeText(hex('efbbbfefbbbf61'))).toEqual(read('\ufeffa', 'utf-8'))
  })

  it('reads UTF-16 with its mark, in both orders', () => {
    expect(decodeText(hex('feff0061003b00620042000d000a'))).toEqual(read('a;bB\r\n', 'utf-16be'))
    expect(decodeText(hex('fffe61003b006200'))).toEqual(read('a;b', 'utf-16le'))
  })

  it('reads UTF-16 without a mark, in Latin as in Arabic letters', () => {
    const text = 'رقم;نص\n1;الماء حق للجميع\n2;Les villes intermédiaires\n'
    expect(decodeText(Buffer.from(text, 'utf16le'))).toEqual(read(text, 'utf-16le'))
    expect(decodeText(Buffer.from(text, 'utf16le').swap16())).toEqual(read(text, 'utf-16be'))
  })

  it('reads the Windows-1252 of older spreadsheets, typographic signs included', () => {
    expect(decodeText(hex('6c92e974e92080'))).toEqual(read('l’été €', 'windows-1252'))
    const lines = `${'Propriété privée à Évry\n'.repeat(20)}SANTÉ\u00a0: oui\n`
    expect(decodeText(latin1(lines))).toEqual(read(lines, 'windows-1252'))
  })

  it('refuses a file that mixes encodings and names the line', () => {
    expect(decodeText(hex('c3a90ae90a'))).toEqual(unreadable(2))
    expect(decodeText(Buffer.concat([Buffer.from('é;à\né;à\n'), hex('e9')]))).toEqual(unreadable(3))
  })

  it('refuses broken UTF-8: overlong forms, halves of surrogates', () => {
    expect(decodeText(hex('c0afeda080'))).toEqual(unreadable(1))
  })

  it('refuses UTF-16 cut in the middle of a letter and lone halves of surrogates', () => {
    expect(decodeText(hex('fffe610062'))).toEqual(unreadable())
    expect(decodeText(hex('fffe00d86100'))).toEqual(unreadable())
  })

  it('refuses bytes that are no text', () => {
    expect(decodeText(hex('00010203'))).toEqual(unreadable(1))
    expect(decodeText(hex('610a81e9'))).toEqual(unreadable(2))
  })

  it('gives back any text written in UTF-8, and in UTF-16 without a mark', () => {
    const letters = constantFrom('a', 'é', 'œ', 'Ω', 'ж', 'ع', '城', 'か', '😀', ' ', '1', ',', '\t', '"')
    const texts = string({ unit: letters })
    const law = property(texts, constantFrom<BufferEncoding>('utf8', 'utf16le'), (text, encoding) => {
      const line = `id;text;${text};\n`
      expect(decodeText(Buffer.from(line, encoding))).toMatchObject({ ok: true, value: { text: line } })
    })
    assert(law, { seed: 2017 })
  })
})
