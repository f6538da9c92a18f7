import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../../renderer')
const PHYSICAL = /^\s*(?:(?:margin|padding|border)-(?:left|right)|left|right|(?:text-align|float):\s*(?:left|right))/

const sheets = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'))

describe('style sheets', () => {
  it.each(sheets)('%s speaks of start and end, never of left and right', (path) => {
    const lines = readFileSync(resolve(ROOT, path), 'utf8').split('\n')
    expect(lines.filter((line) => PHYSICAL.test(line))).toEqual([])
  })

  it.each(sheets.filter((path) => !path.endsWith('tokens.css')))('%s takes its colours from the tokens', (path) => {
    const text = readFileSync(resolve(ROOT, path), 'utf8')
    expect(text.match(/#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(/gi) ?? []).toEqual([])
  })
})
