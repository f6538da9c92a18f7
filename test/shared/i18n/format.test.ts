import { describe, expect, it } from 'vitest'
import { formatDay, formatDays, formatList, formatNumber, formatPercent } from '#shared/i18n/format.ts'
import { preferredLanguage } from '#shared/i18n/languages.ts'

describe('a day in words', () => {
  it('is never a numeric month', () => {
    expect(formatDay('2021-05-07', 'fr')).toBe('7 mai 2021')
    expect(formatDay('2021-05-07', 'en')).toBe('7 May 2021')
    expect(formatDay('2021-05-07', 'es')).toBe('7 de mayo de 2021')
  })

  it('counts the first of the month as an ordinal in French only', () => {
    expect(formatDay('2021-05-01', 'fr', 'short')).toBe('1er mai')
    expect(formatDay('2021-12-31', 'fr', 'short')).toBe('31 décembre')
    expect(formatDay('2021-05-01', 'en', 'short')).toBe('1 May')
  })

  it('can name the day of the week', () => {
    expect(formatDay('2021-05-19', 'fr', 'full')).toBe('mercredi 19 mai 2021')
  })

  it('says nothing twice when it is a range', () => {
    expect(formatDays('2021-05-10', '2021-05-14', 'fr')).toBe('10–14 mai 2021')
    expect(formatDays('2021-05-01', '2021-05-14', 'fr')).toBe('1er–14 mai 2021')
    expect(formatDays('2021-05-10', '2021-05-10', 'fr')).toBe('10 mai 2021')
  })
})

describe('figures and lists', () => {
  it('part thousands with a narrow no-break space in French', () => {
    expect(formatNumber(10_000, 'fr')).toBe('10\u202f000')
    expect(formatNumber(10_000, 'en')).toBe('10,000')
  })

  it('keep the percent sign with its number', () => {
    expect(formatPercent(0.44, 'fr')).toMatch(/^44[\u00a0\u202f]%$/)
  })

  it('join with the word of the language', () => {
    expect(formatList(['Afrique', 'MEWA', 'LATAM'], 'fr')).toBe('Afrique, MEWA et LATAM')
  })
})

describe('the language of a newcomer', () => {
  it('is the first one we speak among theirs', () => {
    expect(preferredLanguage(['tr-TR', 'es-419', 'en'])).toBe('es')
  })

  it('is French when we speak none', () => {
    expect(preferredLanguage(['tr', 'ru'])).toBe('fr')
  })
})
