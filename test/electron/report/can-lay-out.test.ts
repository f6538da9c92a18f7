import { describe, expect, it } from 'vitest'
import { canLayOut } from '#node/report/can-lay-out.ts'
import { runs, type Block } from '#shared/report/outline.ts'
import { longOutline } from '../../documents/sample-outline.ts'

const said = (text: string): Block => ({ type: 'paragraph', runs: runs(text) })

describe('deciding whether pages can be numbered', () => {
  it('accepts an ordinary report and refuses one whose annex is a book', () => {
    expect(canLayOut(longOutline(200).blocks)).toBe(true)
    expect(canLayOut(longOutline(2000).blocks)).toBe(false)
  })
  it('refuses a word that never ends, which is no sentence of Chinese', () => {
    expect(canLayOut([said('x'.repeat(100_000))])).toBe(false)
    expect(canLayOut([said('盐先到井里'.repeat(200))])).toBe(true)
  })
})
