import { describe, expect, it } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'

describe('the words of several languages at once', () => {
  it('do not disturb each other', () => {
    const [french, spanish] = [createTranslator('fr'), createTranslator('es')]
    expect([french('cancel'), spanish('cancel'), french('cancel')]).toEqual(['Annuler', 'Cancelar', 'Annuler'])
  })

  it('are found in every subject', () => {
    expect(createTranslator('en')('shell:destination.merge')).toBe('Consolidation')
  })

  it('write numbers as the language does', () => {
    expect(createTranslator('fr')('progress', { done: 1200, total: 10_000 })).toBe('1\u202f200 sur 10\u202f000')
  })

  it('use the category of a million in French', () => {
    expect(createTranslator('fr')('copy.leftOut', { name: 'a.rapb', count: 1_000_000 })).toContain(
      '1\u202f000\u202f000',
    )
  })
})
