import { describe, expect, it } from 'vitest'
import { classOfField, fieldOfKind } from '#shared/model/fields.ts'
import { kinds } from '#shared/model/kinds.ts'

describe('The class of a field', () => {
  it.each([
    ['note', 'text', 'c'],
    ['note', 'at', 'w'],
    ['note', 'source', 'p'],
    ['note', 'theme:x', 'c'],
    ['voice', 'person', 'n'],
    ['voice', 'function', 'f'],
    ['voice', 'organisation', 'o'],
    ['voice', 'category', 'd'],
    ['person', 'phone', 'p'],
    ['note', 'deleted', 'c'],
    ['note', 'novelty', undefined],
    ['note', 'novelty:x', undefined],
    ['testimony', 'text', undefined],
    ['note', 'constructor', undefined],
    ['constructor', 'name', undefined],
  ])('%s.%s is %s', (kind, field, expected) => {
    expect(classOfField(kind, field)).toBe(expected)
  })

  it('is that of a name, or private, for all that is known of a person and of who speaks in a session', () => {
    for (const kind of ['person', 'speaker', 'contact'] as const)
      for (const field of Object.keys(kinds[kind].fields)) expect(['n', 'p']).toContain(fieldOfKind(kind, field)?.class)
  })
})
