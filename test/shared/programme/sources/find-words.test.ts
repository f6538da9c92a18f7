import { describe, expect, it } from 'vitest'
import { placesOf, searched } from '#shared/programme/sources/find-words.ts'

const found = (words: string, text: string) => placesOf(words, searched(text)).map(([from, to]) => text.slice(from, to))

describe('Words looked for in a source', () => {
  it('are found whatever their case, accents and form', () => {
    expect(found('eau', 'L’EAU, de l’éau et l’e\u0301au')).toEqual(['EAU', 'éau', 'e\u0301au'])
    expect(found('ete', 'Été 😀 été')).toEqual(['Été', 'été'])
    expect(found('finance', 'la ﬁnance')).toEqual(['ﬁnance'])
    expect(found('الماء', 'قال: الماء')).toEqual(['الماء'])
  })

  it('are nowhere when they are not there, or when there are none', () => {
    expect(found('sol', 'L’eau')).toEqual([])
    expect(found('  ', 'L’eau')).toEqual([])
  })
})
