import { describe, expect, it } from 'vitest'
import { partId, planOf } from '../../../../renderer/features/report/plan.ts'
import { run, runs, type Block, type Outline } from '#shared/report/outline.ts'

const outline = (...blocks: readonly Block[]): Outline => ({
  lang: 'fr',
  title: 'Forum',
  documentKind: 'Rapport',
  organiser: 'CGLU',
  version: 'Projet',
  date: '2021-05-19',
  blocks,
})
const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text })
const says = (...notes: readonly number[]): Block => ({
  type: 'paragraph',
  runs: notes.map((note) => run(`${note}`, { noteLink: note })),
})
const muted: Block = { type: 'paragraph', runs: runs('Aucune tendance.'), muted: true }

describe('the plan of a document', () => {
  it('counts each note once under a part, with those of its own parts', () => {
    const plan = planOf(
      outline(heading(1, 'Axe 1'), says(3), heading(2, 'Tendances'), says(3, 4), heading(1, 'Axe 2'), says(5)),
    )
    expect(plan.map(({ text, notes }) => [text, notes])).toEqual([
      ['Axe 1', 2],
      ['Tendances', 2],
      ['Axe 2', 1],
    ])
  })

  it('counts the notes that an annex holds', () => {
    const note = (number: number): Block => ({ type: 'annexNote', number, runs: runs('…'), attribution: '' })
    expect(planOf(outline(heading(1, 'Annexe'), note(1), note(2)))[0]?.notes).toBe(2)
  })

  it('counts the notes of a table', () => {
    const table: Block = {
      type: 'table',
      caption: 'Recommandations',
      header: [runs('a'), runs('b')],
      rows: [[runs('eau'), [run('7', { noteLink: 7 })]]],
      widths: [1, 1],
    }
    expect(planOf(outline(heading(1, 'Axe'), table))[0]?.notes).toBe(1)
  })

  it('knows a part that has nothing to say under its heading', () => {
    const facts: Block = { type: 'facts', caption: 'Identification', facts: [] }
    const plan = planOf(
      outline(heading(1, 'Axe 1'), facts, heading(2, 'Tendances'), muted, heading(1, 'Axe 2'), facts, muted, says(1)),
    )
    expect(plan.map(({ isEmpty }) => isEmpty)).toEqual([true, true, false])
  })

  it('leads to the heading by its place, since two may have the same words', () => {
    expect(planOf(outline(says(), heading(1, 'Suites'))).map(({ id }) => id)).toEqual([partId(1)])
  })
})
