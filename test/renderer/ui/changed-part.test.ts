import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPart } from '../../../renderer/ui/changed-part.ts'

const OURS = 'Un plan commun pour administrer ensemble les bassins.'
const THEIRS = 'Un plan commun pour recharger et partager les bassins.'

describe('two versions of a text', () => {
  it('differ by whole words, their beginning and end left out', () => {
    expect(changedPart(OURS, THEIRS)).toEqual({
      before: 'Un plan commun pour ',
      changed: 'administrer ensemble',
      after: ' les bassins.',
    })
  })

  it('differ nowhere when they are the same', () => {
    expect(changedPart(OURS, OURS)).toEqual({ before: OURS, changed: '', after: '' })
  })

  it('lose nothing, and share what is not marked', () => {
    const text = fc.array(fc.constantFrom('eau', 'ville', 'plan', 'pour', 'ألف')).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (text, other) => {
        const { before, changed, after } = changedPart(text, other)
        expect(before + changed + after).toBe(text)
        expect(other.startsWith(before) && other.endsWith(after)).toBe(true)
      }),
    )
  })
})
