import { describe, expect, it } from 'vitest'
import { inspectDocx } from '#node/report/inspect-docx.ts'
import { openWordFile, readText } from '#node/report/word-file.ts'
import { runs, type Outline } from '#shared/report/outline.ts'
import { NUMBERING_MARK, sanitise } from '#shared/report/sanitise.ts'
import { outlineOf, wordOf } from './word-samples.ts'

const HOSTILE: Readonly<Record<string, string>> = {
  'every control': Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('x'),
  'a null': 'a\u0000b',
  'form feed and vertical tab': 'a\fb\vc',
  'terminal colours': 'a\u001B[31mb',
  'C1 controls': 'a\u0080\u0085\u009Fb',
  'a delete': 'a\u007Fb',
  'a lone high surrogate': 'a\uD83Db',
  'a lone low surrogate': 'a\uDC00b',
  'U+FFFE': 'a\uFFFEb',
  'U+FFFF': 'a\uFFFFb',
  'a noncharacter of another plane': 'a\u{1FFFE}b',
  'the end of a CDATA section': 'a]]>b',
  'entities and quotes': 'a &amp; <b> "q" \'s\' &#0; &unknown;',
  emoji: 'a 👩‍👩‍👧‍👦 🏳️‍🌈 b',
  'marks of direction': 'a \u200Fعربي\u202E rev \u202C\u2067iso\u2069 b',
  'a byte order mark': '\uFEFFa',
  'a word of 100 000 letters': 'x'.repeat(100_000),
  'line ends and tabs': 'l1\nl2\r\nl3\tT',
  'invisible and separator characters': 'a\u200B\u00ADb\u2028c\u2029d',
  'a tag of Word': '<w:p/>',
  'names of our numberings': `texte {${NUMBERING_MARK}paragraphs-0} {paragraphs-0} {bullets-0}`,
  'spaces and a dollar': "  two  spaces $& $1 $' ",
  nothing: '',
}

/** A text in all the places where people's words end up. */
const everywhere = (text: string): Outline => ({
  ...outlineOf([
    { type: 'contents', title: text },
    { type: 'heading', level: 1, text: `h${text}` },
    { type: 'cover', facts: [{ label: text, value: runs(text) }] },
    { type: 'paragraph', numbered: true, runs: [{ text, footnote: runs(text) }] },
    { type: 'facts', caption: text, facts: [{ label: text, value: runs(text) }] },
    { type: 'table', caption: `c${text}`, header: [runs(text)], rows: [[runs(text)]], widths: [1], legend: text },
    { type: 'verbatim', runs: runs(text), attribution: text },
    { type: 'annexNote', number: 1, runs: runs(text), attribution: text },
  ]),
  title: `t${text}`,
  subtitle: text,
  organiser: text,
  process: text,
  documentKind: text,
  version: text,
  footer: text,
})

const PARTS = ['document', 'footnotes', 'header1', 'header2', 'footer1', 'footer2'].map((name) => `word/${name}.xml`)

describe('a hostile text, wherever it is printed', () => {
  it.each(Object.entries(HOSTILE))('keeps the file sound and stays whole: %s', async (_, text) => {
    const bytes = await wordOf(everywhere(text))
    expect((await inspectDocx(bytes)).filter(({ level }) => level === 'error')).toEqual([])
    const { file } = await openWordFile(bytes)
    const texts = PARTS.map((path) => file.trees.get(path)?.root).map((root) => root && readText(root))
    for (const read of texts) expect(read).toContain(sanitise(text).text)
    expect(file.all('dc:title').map((title) => title.text)).toEqual([`t${sanitise(text).text}`])
  })
})
