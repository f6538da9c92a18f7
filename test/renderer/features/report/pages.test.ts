import { describe, expect, it } from 'vitest'
import { sheetsOf } from '../../../../renderer/features/report/pages.ts'
import { run, runs, type Block } from '#shared/report/outline.ts'

const says = (text: string, numbered?: true): Block => ({
  type: 'paragraph',
  runs: runs(text),
  ...(numbered && { numbered }),
})
const chapter: Block = { type: 'heading', level: 1, text: 'Axe', pageBreak: true }

describe('the sheets of a document', () => {
  it('begin at the contents and where a heading opens a page', () => {
    const { sheets } = sheetsOf([
      { type: 'cover', facts: [] },
      says('couverture'),
      { type: 'contents', title: 'Sommaire' },
      chapter,
      says('un'),
      { type: 'heading', level: 2, text: 'Tendances' },
      chapter,
    ])
    expect(sheets.map(({ blocks }) => blocks.map(({ at }) => at))).toEqual([[0, 1], [2], [3, 4, 5], [6]])
  })

  it('number paragraphs from one through the whole document', () => {
    const { sheets } = sheetsOf([says('a', true), says('libre'), chapter, says('b', true)])
    expect(sheets.flatMap(({ blocks }) => blocks.map(({ number }) => number))).toEqual([1, undefined, undefined, 2])
  })

  it('hold the footnotes that they call, numbered through the document', () => {
    const called = run('', { footnote: runs('Point 9.') })
    const other = run('', { footnote: runs('Point 10.') })
    const { sheets, numbers } = sheetsOf([
      { type: 'paragraph', runs: [run('Mandat'), called] },
      chapter,
      { type: 'box', runs: [other] },
    ])
    expect(sheets.map(({ footnotes }) => footnotes.map(({ number }) => number))).toEqual([[1], [2]])
    expect([numbers.get(called), numbers.get(other)]).toEqual([1, 2])
  })
})
