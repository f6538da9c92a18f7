import { describe, expect, it } from 'vitest'
import { rowSize } from '../../../../renderer/features/capture/row-height.ts'
import { regionToHear } from '../../../../renderer/features/capture/region-to-hear.ts'
import { CREATE, suggest, suggestThemes } from '../../../../renderer/features/capture/suggest.ts'

const people = [
  { id: '1', label: 'Amina Diallo', detail: 'Maire, Commune de Ndiarème' },
  { id: '2', label: 'Yusuf Demir', detail: 'Direction technique' },
  { id: '3', label: 'Éric Marre', detail: 'Métropole' },
]
const ids = (options: readonly { readonly id: string }[]) => options.map(({ id }) => id)

describe('what completes a word', () => {
  it('is what begins with it, then what holds it, without regard to accents', () => {
    expect(ids(suggest(people, 'mar'))).toEqual(['3'])
    expect(ids(suggest(people, 'eric'))).toEqual(['3'])
    expect(ids(suggest(people, 'm'))).toEqual(['1', '2', '3'])
    expect(ids(suggest([...people].toReversed(), 'dem'))).toEqual(['2'])
  })

  it('offers a new theme last of all, unless it is there already', () => {
    const themes = [{ id: 'e', label: 'Eau potable' }]
    expect(ids(suggestThemes(themes, 'eau'))).toEqual(['e', CREATE])
    expect(ids(suggestThemes(themes, 'EAU POTABLE'))).toEqual(['e'])
    expect(ids(suggestThemes(themes, ''))).toEqual(['e'])
  })
})

describe('the height of a row', () => {
  it('is one line for a short text, two for a long one, a line break or wide letters', () => {
    expect(rowSize('Reprise à 15 h 40.', 570)).toBe('one')
    expect(rowSize('a'.repeat(120), 570)).toBe('two')
    expect(rowSize('Un\nDeux', 570)).toBe('two')
    expect(rowSize('水'.repeat(60), 570)).toBe('two')
  })
})

describe('the section to hear next', () => {
  it('is that of the session, else the one nearest to being conclusive', () => {
    expect(regionToHear({ afr: 3, nor: 4, eur: 7, reg: null }, undefined)).toEqual({ region: 'nor', missing: 1 })
    expect(regionToHear({ afr: 0, nor: 4 }, 'afr')).toEqual({ region: 'afr', missing: 5 })
    expect(regionToHear({ eur: 7, reg: null, met: 0 }, undefined)).toBeNull()
  })
})
