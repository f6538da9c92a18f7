import { describe, expect, it } from 'vitest'
import { FIRST, lockOf, orderOf, scopeOf, type SendForm } from '../../../../renderer/features/merge/send-form.ts'

const form = (change: Partial<SendForm>): SendForm => ({ ...FIRST, ...change })
const PASSPHRASE = 'quatre mots pour la section'

describe('What is sent, as it is chosen', () => {
  it('goes whole to the secretariat, locked for its key as soon as there is one', () => {
    expect(orderOf(FIRST, false)).toEqual({ kind: 'projection', audience: 'secretariat' })
    expect(orderOf(FIRST, true)).toEqual({ kind: 'projection', audience: 'secretariat', lock: { by: 'key' } })
    expect(lockOf(form({ recipient: 'public' }), true)).toBe('none')
    expect(lockOf(form({ lock: 'none' }), true)).toBe('none')
  })

  it('goes complete within the circle alone', () => {
    expect(orderOf(form({ recipient: 'circle' }), false)).toEqual({ kind: 'complete', audience: 'section' })
  })

  it('waits until something is chosen, and keeps each choice apart', () => {
    expect(orderOf(form({ extent: 'axes' }), false)).toBeNull()
    const chosen = { axes: ['a'], sessions: ['s', 't'] }
    expect(orderOf(form({ extent: 'axes', chosen }), false)?.scope).toEqual({
      sessions: [],
      regions: [],
      axes: ['a'],
      syntheses: false,
    })
    expect(scopeOf(form({ extent: 'sessions', chosen })).sessions).toEqual(['s', 't'])
    expect(scopeOf(form({ extent: 'syntheses', chosen }))).toMatchObject({ syntheses: true, axes: [] })
  })

  it('waits for a passphrase that is strong enough, and the same twice', () => {
    const typed = (once: string, again: string) =>
      orderOf(form({ lock: 'passphrase', typed: { once, again } }), true)?.lock
    expect(typed('court', 'court')).toBeUndefined()
    expect(typed(PASSPHRASE, 'une autre phrase')).toBeUndefined()
    expect(typed(PASSPHRASE, PASSPHRASE)).toEqual({ by: 'passphrase', passphrase: PASSPHRASE })
  })
})
