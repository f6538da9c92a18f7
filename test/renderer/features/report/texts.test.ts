import { describe, expect, it } from 'vitest'
import { saveText, type Synthesis, textsOf } from '../../../../renderer/features/report/texts.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { anAxis, aRegion } from '../../../shared/evidence/records.ts'

const SUBJECT = { region: 'Afrique', axis: 'axe' }
const text = (id: string, f: AnyRecord['f'] = {}) =>
  ({ id, kind: 'synthesis', f: { ...SUBJECT, part: 'summary', text: 'Un mot.', ...f } }) as Synthesis
const held = (...records: readonly AnyRecord[]) =>
  new Map([anAxis('axe'), aRegion('Afrique'), ...records].map((record) => [record.id, record]))

describe('the texts of an axis', () => {
  it('are those of the section, of the axis and of the part', () => {
    const { region: _region, ...secretariat } = text('du secrétariat').f
    const records = held(
      text('b'),
      text('a'),
      text('autre partie', { part: 'trends' }),
      text('autre axe', { axis: 'autre' }),
      { ...text('du secrétariat'), f: secretariat },
    )
    expect(textsOf(records, SUBJECT, 'summary').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(textsOf(records, { region: null, axis: 'axe' }, 'summary').map(({ id }) => id)).toEqual(['du secrétariat'])
  })

  it('are found again when their axis was joined into another', () => {
    const records = held(anAxis('ancien', { into: 'axe' }), text('a', { axis: 'ancien' }))
    expect(textsOf(records, SUBJECT, 'summary')).toHaveLength(1)
  })
})

describe('saving a text', () => {
  it('begins a draft of the section with its first words', () => {
    expect(saveText(undefined, 'neuf', SUBJECT, 'summary', 'Un mot.')).toEqual({
      type: 'record.save',
      kind: 'synthesis',
      record: 'neuf',
      set: { region: 'Afrique', axis: 'axe', part: 'summary', text: 'Un mot.', state: 'draft' },
    })
  })

  it('writes nothing of a field left blank, or of a text that has not changed', () => {
    expect(saveText(undefined, 'neuf', SUBJECT, 'summary', '  ')).toBeNull()
    expect(saveText(text('a'), 'a', SUBJECT, 'summary', 'Un mot.')).toBeNull()
  })

  it('writes the text alone once there is one, and unsets it when it is erased', () => {
    const saved = (words: string) => saveText(text('a'), 'a', SUBJECT, 'summary', words)
    expect(saved('Deux mots.')).toMatchObject({ record: 'a', set: { text: 'Deux mots.' } })
    expect(saved(' ')).toMatchObject({ set: { text: null } })
  })
})
