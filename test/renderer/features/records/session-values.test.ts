import { describe, expect, it } from 'vitest'
import { answersOf, mistakesOf, sessionValues } from '../../../../renderer/features/records/session-values.ts'
import type { Session } from '../../../../shared/model/record.ts'

const fresh = { ...answersOf(undefined, '2026-03-14'), label: 'Ouverture' }
const session: Session = {
  id: 's',
  kind: 'session',
  f: {
    label: 'Ouverture',
    date: '2026-03-14',
    scale: 'regional',
    region: 'afr',
    level: 3,
    'axis:a': true,
    'axis:b': true,
  },
}

describe('a session being opened', () => {
  it('asks who can hear, and writes the level that follows with what it rests on', () => {
    expect(mistakesOf(fresh, true)).toEqual(['levelNeeded'])
    expect(sessionValues({ ...fresh, audience: 'public' }, undefined)['level']).toBe(1)
    expect(sessionValues({ ...fresh, audience: 'invited' }, undefined)['level']).toBe(3)
    expect(sessionValues({ ...fresh, audience: 'closed', basis: ' annoncée ' }, undefined)).toMatchObject({
      level: 5,
      basis: 'annoncée',
    })
  })

  it('needs a title, an end after its start, and a section when it is regional', () => {
    const wrong = { ...fresh, label: ' ', start: '17:00', end: '14:00', scale: 'regional', audience: 'public' as const }
    expect(mistakesOf(wrong, true)).toEqual(['untitled', 'badDates', 'regionNeeded'])
  })
})

describe('a session being corrected', () => {
  it('never writes the level, which is tightened elsewhere', () => {
    const answers = answersOf(session, '2026-03-15')
    expect(mistakesOf(answers, false)).toEqual([])
    expect(sessionValues(answers, session)).not.toHaveProperty('level')
  })

  it('unsets the axes that were left out, and the section of what is no longer regional', () => {
    const answers = { ...answersOf(session, '2026-03-15'), axes: ['b', 'c'], scale: 'global' }
    expect(sessionValues(answers, session)).toMatchObject({
      'axis:a': null,
      'axis:b': true,
      'axis:c': true,
      region: null,
    })
  })
})
