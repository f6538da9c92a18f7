import { beforeAll, describe, expect, it } from 'vitest'
import { checkWord, inspectDocx } from '#node/report/inspect-docx.ts'
import { readParts, writeParts, type WordParts } from '#node/report/word-parts.ts'
import { run, runs, type Block } from '#shared/report/outline.ts'
import { outlineOf, wordOf } from './word-samples.ts'

const BLOCKS: readonly Block[] = [
  { type: 'heading', level: 1, text: 'Premier' },
  { type: 'heading', level: 2, text: 'Second' },
  { type: 'paragraph', numbered: true, runs: [run('Dit', { footnote: runs('Note.') }), run('7', { noteLink: 7 })] },
  { type: 'paragraph', runs: [run('تؤكد المدن الساحلية', { lang: 'ar', dir: 'rtl' })] },
  { type: 'table', caption: 'Tableau', header: [runs('Axe')], rows: [[runs('a')]], widths: [1] },
  { type: 'annexNote', number: 7, runs: runs('Dit.'), attribution: 'Afrique' },
]

const DOCUMENT = 'word/document.xml'
const swap = (path: string, from: string | RegExp, to: string) => (parts: WordParts) => {
  const before = parts.get(path)?.toString('utf8') ?? ''
  const after = before.replace(from, to)
  if (after === before) throw new Error(`Nothing to spoil in ${path}: ${from}`)
  parts.set(path, Buffer.from(after))
}
const drop = (path: string) => (parts: WordParts) => void parts.delete(path)

/** One fault each: the rule that must see it, and how the file is spoilt. */
const FAULTS: readonly [rule: string, fault: string, spoil: (parts: WordParts) => void][] = [
  ['xml-wellformed', 'a tag left open', swap(DOCUMENT, '</w:body>', '')],
  ['xml-wellformed', 'a stray ampersand', swap(DOCUMENT, 'Premier', 'A & B')],
  ['xml-wellformed', 'a forbidden character', swap(DOCUMENT, 'Premier', 'A\uFFFE')],
  ['xml-wellformed', 'a forbidden character as an entity', swap(DOCUMENT, 'Premier', 'A&#1;')],
  ['xml-wellformed', 'a prefix nobody declared', swap(DOCUMENT, '<w:body>', '<w:body><zz:a/>')],
  ['xml-wellformed', 'an attribute twice', swap(DOCUMENT, '<w:pPr>', '<w:pPr w:a="1" w:a="2">')],
  ['missing-part', 'no document', drop(DOCUMENT)],
  ['missing-part', 'a relationship that leads nowhere', drop('word/footnotes.xml')],
  ['content-type', 'a part of no known type', (parts) => void parts.set('word/odd.bin', Buffer.from('a'))],
  ['relationship', 'a header nobody relates', swap(DOCUMENT, /(<w:headerReference [^>]*r:id=")[^"]*/, '$1rId99')],
  ['field-unbalanced', 'a field left open', swap('word/footer1.xml', /<w:fldChar w:fldCharType="end"\/>/, '')],
  [
    'cell-without-paragraph',
    'a cell without a paragraph',
    swap(DOCUMENT, /(<\/w:tcPr>)<w:p>.*?<\/w:p>(<\/w:tc>)/, '$1$2'),
  ],
  [
    'update-prompt',
    'a dirty field',
    swap('word/footer1.xml', 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'),
  ],
  [
    'update-prompt',
    'fields updated at opening',
    swap('word/settings.xml', '<w:compat>', '<w:updateFields/><w:compat>'),
  ],
  ['unknown-style', 'a style nobody defined', swap(DOCUMENT, 'w:val="Heading2"', 'w:val="Titre2"')],
  ['num-missing', 'a list nobody defined', swap(DOCUMENT, /<w:numId w:val="\d+"/, '<w:numId w:val="77"')],
  ['bookmark-twice', 'a bookmark twice', swap(DOCUMENT, /(<w:bookmarkStart [^>]*>)/, '$1$1')],
  ['bookmark-name', 'a bookmark with too long a name', swap(DOCUMENT, 'w:name="rp_n7"', `w:name="${'a'.repeat(41)}"`)],
  ['link-nowhere', 'a link to no bookmark', swap(DOCUMENT, 'w:anchor="rp_n7"', 'w:anchor="rp_n8"')],
  [
    'footnote-missing',
    'a call to no footnote',
    swap(DOCUMENT, '<w:footnoteReference w:id="1"', '<w:footnoteReference w:id="9"'),
  ],
  ['placeholder', 'a placeholder left', swap(DOCUMENT, 'Premier', '{{title}}')],
  ['placeholder', 'a list number left', swap(DOCUMENT, /<w:numId w:val="\d+"/, '<w:numId w:val="{para-0}"')],
  ['heading-order', 'a level skipped', swap(DOCUMENT, 'w:val="Heading2"', 'w:val="Heading3"')],
  ['heading-empty', 'an empty heading', swap(DOCUMENT, '>Second<', '> <')],
  ['table-header', 'a table without a header', swap(DOCUMENT, '<w:tblHeader/>', '')],
  ['table-words', 'a table without a description', swap(DOCUMENT, /<w:tblCaption [^>]*><w:tblDescription [^>]*>/, '')],
  ['alt-text', 'a picture without words', swap(DOCUMENT, '<w:body>', '<w:body><wp:docPr id="1" name="p"/>')],
  ['language', 'no default language', swap('word/styles.xml', /<w:lang [^>]*>/, '')],
  ['dc-language', 'no language in the properties', swap('docProps/core.xml', /<dc:language>.*<\/dc:language>/, '')],
  ['title', 'no title in the properties', swap('docProps/core.xml', '<dc:title>Titre', '<dc:title>')],
  ['rtl-paragraph', 'an Arabic paragraph not turned', swap(DOCUMENT, '<w:bidi/>', '')],
  ['rtl-run', 'Arabic words not turned', swap(DOCUMENT, '<w:rtl/>', '')],
]

describe('inspecting a Word file', () => {
  let sound: Uint8Array
  beforeAll(async () => {
    sound = await wordOf(outlineOf(BLOCKS))
  })
  const spoilt = async (spoil: (parts: WordParts) => void): Promise<Uint8Array> => {
    const parts = await readParts(sound)
    spoil(parts)
    return writeParts(parts)
  }

  it('finds nothing in a sound file', async () => {
    expect(await inspectDocx(sound)).toEqual([])
  })

  it.each(FAULTS)('sees, as %s, %s', async (rule, _, spoil) => {
    expect((await inspectDocx(await spoilt(spoil))).map((finding) => finding.rule)).toContain(rule)
  })

  it('stops an export at an error and lets a warning pass', async () => {
    await expect(checkWord(await spoilt(swap(DOCUMENT, 'Heading2', 'Titre2')))).rejects.toThrow(
      'unknown-style (Titre2)',
    )
    await expect(checkWord(await spoilt(swap(DOCUMENT, '<w:rtl/>', '')))).resolves.toBeUndefined()
  })
})
