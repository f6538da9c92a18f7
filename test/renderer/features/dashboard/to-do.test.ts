import { describe, expect, it } from 'vitest'
import { tasks } from '../../../../renderer/features/dashboard/to-do.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { aNote, anAxis, unsettled } from '../../../shared/evidence/records.ts'

const of = (...records: readonly AnyRecord[]) => tasks(new Map(records.map((record) => [record.id, record])), [])

describe('what is left to do', () => {
  it('is nothing where everything is qualified, reviewed, confirmed and settled', () => {
    const done = of(
      aNote('un', { scope: 'trend' }),
      aNote('deux', { scope: 'specificity', noteKind: 'quote', quoteState: 'approved' }),
      aNote('trois', { noteKind: 'procedure' }),
      anAxis('axe', { output: 'Un cadre commun', outputState: 'confirmed' }),
    )
    expect(done).toEqual([])
  })

  it('tells where the notes to qualify are, the most first', () => {
    const [task] = of(
      aNote('1', { axis: 'b' }),
      aNote('2', { axis: 'a' }),
      aNote('3', { axis: 'a', scope: 'undecided' }),
    )
    expect(task).toEqual({
      id: 'undecided',
      count: 3,
      of: [
        { record: 'a', count: 2 },
        { record: 'b', count: 1 },
      ],
    })
  })

  it('puts first what waits between two versions', () => {
    const found = of(aNote('1'), unsettled(aNote('2', { scope: 'trend' }), 'text'))
    expect(found.map(({ id, count }) => [id, count])).toEqual([
      ['unsettled', 1],
      ['undecided', 1],
    ])
  })

  it('asks to review a quotation that nobody has read back, and to confirm an output', () => {
    const found = of(
      aNote('1', { scope: 'trend', noteKind: 'quote' }),
      anAxis('axe', { output: 'Un cadre commun', outputState: 'to-confirm' }),
    )
    expect(found.map(({ id }) => id)).toEqual(['quotes', 'outputs'])
  })

  it('names the sections that have given nothing', () => {
    expect(tasks(new Map(), ['Nord'])).toEqual([{ id: 'silent', count: 1, of: [{ record: 'Nord', count: 1 }] }])
  })
})
