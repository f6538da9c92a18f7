import { describe, expect, it } from 'vitest'
import { strengthOf, tidyPassphrase } from '#shared/exchange/passphrase.ts'

describe('a passphrase', () => {
  it.each([
    ['', 'weak'],
    ['azerty', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['121212121212', 'weak'],
    ['le la les', 'weak'],
    ['vent vent vent vent', 'weak'],
    ['kP9!vTz2mQ4x', 'enough'],
    ['mer sel vent sud', 'enough'],
    ['cheval pile agrafe correcte', 'strong'],
    ['мост река гора лес ветер', 'strong'],
  ])('« %s » is %s', (text, strength) => {
    expect(strengthOf(text)).toBe(strength)
  })

  it('is the same with accents composed or not, and with more space around and between its words', () => {
    expect(tidyPassphrase('  e\u0301te\u0301   sec\n')).toBe('été sec')
  })
})
