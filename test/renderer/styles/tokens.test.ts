import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SECTION_SHAPES } from '../../../renderer/ui/section-mark.tsx'

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')

type Tokens = Readonly<Record<string, string>>

const tokensOf = (selector: string): Tokens => {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})\b/gi)].map(([, name, value]) => [name, value]),
  )
}

const channel = (hex: string) => {
  const value = Number.parseInt(hex, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string) =>
  0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))

const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['bg', 'surface', 'surface-2']
const on = (grounds: readonly string[], names: readonly string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const))

const WORDS = [
  ...on(GROUNDS, ['text', 'text-2', 'accent', 'ok', 'warn', 'danger', 'scope-undecided']),
  ...on(['accent-soft'], ['text', 'text-2', 'accent']),
  ...on(['added-bg', 'removed-bg'], ['text']),
  ...on(['heat-0', 'heat-1', 'heat-2', 'heat-3'], ['heat-ink']),
  ...on(['heat-4', 'heat-5'], ['heat-ink-deep']),
  ...SECTION_SHAPES.map((shape) => [`section-${shape}-ink`, `section-${shape}`] as const),
  ['on-accent', 'accent'],
  ['surface', 'warn'],
  ['surface', 'text'],
  ['scope-trend', 'scope-trend-bg'],
  ['scope-specificity', 'scope-specificity-bg'],
  ['scope-undecided', 'scope-undecided-bg'],
] as const

const DRAWINGS = [
  ...on(GROUNDS, ['line-strong', 'focus']),
  ...on(
    ['surface'],
    SECTION_SHAPES.map((shape) => `section-${shape}`),
  ),
  ...on(['accent-soft', 'scope-specificity-bg'], ['line-strong']),
]

const light = tokensOf(':root')
const dark = { ...light, ...tokensOf("[data-mantine-color-scheme='dark']") }

const weak = (tokens: Tokens, pairs: readonly (readonly [string, string])[], least: number) =>
  pairs.flatMap(([name, ground]) => {
    const ratio = contrast(tokens[name] ?? '', tokens[ground] ?? '')
    return ratio >= least ? [] : [`${name} on ${ground}: ${ratio.toFixed(2)}`]
  })

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the %s theme', (_name, tokens) => {
  it('let every word be read (4.5)', () => {
    expect(weak(tokens, WORDS, 4.5)).toEqual([])
  })

  it('let every control, focus ring and section shape be seen (3)', () => {
    expect(weak(tokens, DRAWINGS, 3)).toEqual([])
  })
})

describe('the two themes', () => {
  it('name the same colours', () => {
    expect(Object.keys(tokensOf("[data-mantine-color-scheme='dark']")).sort()).toEqual(Object.keys(light).sort())
  })

  it('give each of the nine sections a shape and a colour of its own', () => {
    for (const tokens of [light, dark])
      expect(new Set(SECTION_SHAPES.map((shape) => tokens[`section-${shape}`]))).toHaveProperty('size', 9)
  })
})

describe('the contrast formula', () => {
  it('gives 21 for black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  })
})
