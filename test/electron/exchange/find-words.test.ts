import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findWords } from '#node/exchange/find-words.ts'
import { packTexts } from '#node/exchange/zip.ts'
import { sha256 } from '../../build/author.ts'

const NAME = 'Amélie Ndongo-Traoré'
const find = (bytes: Uint8Array, words: readonly string[] = [NAME]): Promise<readonly string[]> =>
  findWords(bytes, words)
const bytesOf = (text: string): Buffer => Buffer.from(text)

const WRAPPED: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['as it is', () => bytesOf(`par ${NAME}, maire`)],
  ['in capitals without accents', () => bytesOf('AMELIE NDONGO-TRAORE')],
  ['in decomposed letters', () => bytesOf(NAME.normalize('NFD'))],
  ['with a soft hyphen and a no-break space', () => bytesOf('Amé\u00adlie\u00a0Ndongo-Traoré')],
  ['in UTF-16', () => Buffer.from(`x${NAME}`, 'utf16le')],
  [
    'in UTF-16, the other way, after an odd byte',
    () => Buffer.concat([bytesOf('!'), Buffer.from(NAME, 'utf16le').swap16()]),
  ],
  ['in entities', () => bytesOf('Am&#233;lie&nbsp;Ndongo&#x2d;Traor&#xE9;')],
  ['escaped twice', () => bytesOf('Am&amp;#233;lie Ndongo-Traor&amp;eacute;'.replace('&amp;eacute;', 'é'))],
  ['between two runs of Word', () => bytesOf('<w:t>Amélie Ndo</w:t></w:r><w:r><w:t>ngo-Traoré</w:t>')],
  ['in two cells', () => bytesOf('<c>Amélie</c><c>Ndongo-Traoré</c>')],
  ['in JSON escapes', () => bytesOf('{"n":"Am\\u00e9lie Ndongo-Traor\\u00E9"}')],
  ['in an address', () => bytesOf(`?q=${encodeURIComponent(NAME)}`)],
  ['in base64', () => bytesOf(`data:${bytesOf(NAME).toString('base64')}`)],
  ['in the other base64', () => bytesOf(`"${bytesOf(`…${NAME}…`).toString('base64url')}"`)],
  ['compressed', () => gzipSync(NAME)],
  ['deflated', () => deflateSync(NAME)],
  ['in a container', () => packTexts({ 'a.xml': NAME })],
  ['as the name of a part', () => packTexts({ [`${NAME}.txt`]: '' })],
  [
    'in a container in a container in base64',
    async () => packTexts({ 'a.txt': Buffer.from(await packTexts({ 'b.txt': NAME })).toString('base64') }),
  ],
]

describe('words looked for in a file', () => {
  it.each(WRAPPED)('finds a name %s', async (_, wrapped) => {
    expect(await find(await wrapped())).toEqual([NAME])
  })

  it('finds nothing where the name is not', async () => {
    expect(await find(await packTexts({ 'a.xml': '<t>Amélie</t><t>Traoré</t>' }))).toEqual([])
  })

  it('takes a short name alone, never the middle of another word or of an id', async () => {
    expect(await find(bytesOf('librairie, AbLiXyz'), ['Li'])).toEqual([])
    expect(await find(bytesOf('la maire (Li), 李明。'), ['Li', '李明'])).toEqual(['Li', '李明'])
  })

  it('takes an id for no words', async () => {
    const text = Array.from({ length: 20_000 }, (_, index) => sha256(String(index))).join('\n')
    expect(await find(bytesOf(text), ['Ana', 'Bo', 'Eva', 'Kim'])).toEqual([])
  })

  it('gives the words in their order, each once', async () => {
    expect(await find(bytesOf('beta alpha beta'), ['alpha', 'gamma', 'beta'])).toEqual(['alpha', 'beta'])
  })
})
