import { describe, expect, it } from 'vitest'
import { DOUBTS } from '#shared/process/doubts.ts'
import { asksWho, confirmable, CONFIRMED } from '../../../../renderer/features/closing/settle.ts'

describe('the one key that says that it is right', () => {
  it('settles the gravest doubt that can be', () => {
    expect(confirmable(['doubtful', 'figure', 'theme'])).toBe('doubtful')
    expect(confirmable(['figure', 'theme'])).toBe('figure')
  })

  it('settles nothing where something must be said', () => {
    expect(confirmable(DOUBTS.filter((doubt) => CONFIRMED[doubt] === undefined))).toBeUndefined()
  })

  it('makes of an interpreter’s words what was understood, never a quotation that was checked', () => {
    expect(CONFIRMED.unquotable).toEqual({ noteKind: 'observation', quoteState: null })
  })
})

describe('who spoke', () => {
  it('is asked where nobody, or nobody sure, is known to have', () => {
    expect(DOUBTS.filter((doubt) => asksWho([doubt]))).toEqual(['doubtful', 'speaker', 'unnamed', 'position'])
  })
})
