import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAPPING_TARGETS } from '#shared/programme/mapping-target.ts'
import {
  columnChoice,
  constantChoice,
  formOf,
  type MappingForm,
  mapOf,
  withChoice,
} from '../../../../renderer/features/merge/mapping-form.ts'

describe('the columns of a table', () => {
  it('are read from what the names suggest, even when none holds the text', () => {
    expect(formOf('text=Contribution,axis="Thème, général",region:=AFR')).toEqual({
      text: 'column:Contribution',
      axis: 'column:Thème, général',
      region: 'constant:AFR',
    })
    expect(formOf('axis=Thème')).toEqual({ axis: 'column:Thème' })
    expect(formOf('')).toEqual({})
  })

  it('are chosen one by one, and taken away', () => {
    const form = withChoice(formOf('text=Texte'), 'lang', constantChoice('fr'))
    expect(mapOf(form)).toBe('text=Texte,lang:=fr')
    expect(mapOf(withChoice(form, 'lang', null))).toBe('text=Texte')
  })

  it('come back from what is sent, whatever their names', () => {
    const words = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '')
    const choice = fc.oneof(words.map(columnChoice), words.map(constantChoice))
    const others = fc.dictionary(fc.constantFrom(...MAPPING_TARGETS.slice(1)), choice, { noNullPrototype: true })
    fc.assert(
      fc.property(others, words.map(columnChoice), (chosen, text) => {
        const form: MappingForm = { ...chosen, text }
        expect(formOf(mapOf(form))).toEqual(form)
      }),
    )
  })
})
