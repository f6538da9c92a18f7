import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs, type Outline } from '#shared/report/outline.ts'
import { NUMBERING_MARK, sanitise, sanitiseOutline } from '#shared/report/sanitise.ts'

describe('cleaning what people typed before it is printed', () => {
  it.each([
    ['an ordinary sentence', 'Les villes demandent : « oui », 42 %.', 'Les villes demandent : « oui », 42 %.', 0],
    ['tabs and line ends', 'a\tb\nc', 'a\tb\nc', 0],
    ['Windows line ends', 'a\r\nb', 'a\nb', 0],
    ['form feed, vertical tab and old line ends', 'a\fb\vc\rd', 'a\nb\nc\nd', 3],
    ['controls', 'a\u0000\u0007\u001Bb', 'ab', 3],
    ['half of a character', 'a\uD83Db\uDC00', 'a\uFFFDb\uFFFD', 2],
    ['noncharacters of every plane', 'a\uFFFE\uFFFF\uFDD0\u{1FFFE}\u{10FFFF}b', 'ab', 5],
    ['an emoji made of several', '👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦', 0],
    ['the mark of our numberings', `{${NUMBERING_MARK}paragraphs-0}`, '{paragraphs-0}', 1],
    ['an override left open', 'a\u202Eb', 'a\u202Eb\u202C', 1],
    ['an isolate closed over an embedding left open', '\u2067a\u202Bb\u2069', '\u2067a\u202Bb\u2069', 0],
    ['an isolate in an override, both left open', '\u202Ea\u2067b', '\u202Ea\u2067b\u2069\u202C', 2],
    ['a closing mark alone', 'a\u202C', 'a\u202C', 0],
  ])('keeps or repairs %s', (_, text, clean, changed) => {
    expect(sanitise(text)).toEqual({ text: clean, changed })
  })

  it('changes nothing the second time', () => {
    const strange = fc.string({ unit: 'binary' }).map((text) => `${text}\u202E\r\uD800`)
    fc.assert(
      fc.property(strange, (text) => {
        expect(sanitise(sanitise(text).text).changed).toBe(0)
      }),
    )
  })

  it('reaches every text of an outline and counts all that was changed', () => {
    const dirty: Outline = {
      lang: 'fr',
      title: 'a\u0000',
      documentKind: 'k\uFFFF',
      organiser: 'o',
      version: 'v',
      date: '2024-06-12',
      blocks: [
        { type: 'paragraph', numbered: true, runs: [{ text: 'a\fb', footnote: runs('n\u0001') }] },
        { type: 'table', caption: 'c', header: [runs('h\u0002')], rows: [[runs('r\uD800')]], widths: [1] },
      ],
    }
    expect(sanitiseOutline(dirty)).toEqual({
      changed: 6,
      outline: {
        ...dirty,
        title: 'a',
        documentKind: 'k',
        blocks: [
          { type: 'paragraph', numbered: true, runs: [{ text: 'a\nb', footnote: runs('n') }] },
          { type: 'table', caption: 'c', header: [runs('h')], rows: [[runs('r\uFFFD')]], widths: [1] },
        ],
      },
    })
  })
})
