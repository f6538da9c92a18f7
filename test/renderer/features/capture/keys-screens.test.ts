import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysOf } from '../../../../renderer/app/keymap.ts'
import { catalogues } from '../../../../shared/i18n/catalogues.ts'
import { LANGUAGES } from '../../../../shared/i18n/languages.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'
import { chips, field, lastNote, press } from './at-the-field.ts'
import { altGrEvents, eventOf, LAYOUT_NAMES } from './layouts.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
afterAll(() => harness.close())

const open = async (query = 'view=capture') => {
  const { page } = await harness.open(query)
  page.setDefaultTimeout(10_000)
  return page
}

/** Keys that answer in the field whatever it holds; the others have a place or a moment of their own. */
const ELSEWHERE = new Set([
  'commit',
  'newLine',
  'editLast',
  'recallLast',
  'edit',
  'split',
  'join',
  'reattribute',
  'nextSlot',
  'previousSlot',
])
const KEYS = keysOf('capture').filter(([id]) => !ELSEWHERE.has(id))

describe.each(LAYOUT_NAMES)('on a keyboard %s', (layout) => {
  it('every order has a key that answers', async () => {
    const page = await open()
    await field(page).pressSequentially('Les villes')
    const silent: string[] = []
    for (const [id, keys] of KEYS.filter(([key]) => key !== 'otherSpeaker' && key !== 'kind'))
      if (!(await press(page, eventOf(keys.replace('(Digit[1-9])', 'Digit2'), layout)))) silent.push(id)
    expect(silent).toEqual([])
    const said = await chips(page)
    for (const words of ['2 Lieux d’entraide', 'à vérifier', 'sensible']) expect(said).toContain(words)
    await page.close()
  })

  it('AltGr types and never jumps, whichever system tells it', async () => {
    const page = await open()
    const before = await chips(page)
    for (const event of altGrEvents(layout)) expect(await press(page, event), JSON.stringify(event)).toBe(false)
    expect(await chips(page)).toBe(before)
    await page.close()
  })
})

it.each(LANGUAGES)('in %s, each kind answers to its letter on every keyboard', async (language) => {
  const page = await open(`view=capture&lang=${language}`)
  const { kindLetter } = catalogues[language].capture
  const { noteKind } = catalogues[language].lists
  for (const layout of LAYOUT_NAMES)
    for (const kind of ['commitment', 'divergence', 'question', 'need', 'advocacy', 'procedure'] as const) {
      await press(page, eventOf('F9', layout))
      await page.getByRole('listbox').waitFor()
      expect(await press(page, eventOf(kindLetter[kind], layout)), `${layout} ${kind}`).toBe(true)
      expect((await chips(page)).toLowerCase()).toContain(noteKind[kind].toLowerCase())
    }
  await page.close()
})

type Case = readonly [change: string, keys: readonly string[], after: readonly string[], said: object]

/** What one does to say one thing of a note: keys before its words and after them, and what the note must say. */
const CASES: readonly Case[] = [
  ['nothing', [], [], { noteKind: 'observation', scope: 'undecided' }],
  ['recommendation', ['!'], [], { noteKind: 'recommendation', stance: 'supports' }],
  ['quotation', ['>'], [], { noteKind: 'quote', quoteState: 'to-review' }],
  ...(
    [
      ['priority', 'P'],
      ['need', 'B'],
      ['advocacy', 'M'],
      ['commitment', 'E'],
      ['practice', 'T'],
      ['figure', 'F'],
      ['question', 'Q'],
      ['chair-conclusion', 'H'],
      ['procedure', 'V'],
      ['remark', 'X'],
      ['divergence', 'D'],
    ] as const
  ).map(([noteKind, letter]): Case => [noteKind, [], ['F9', `Shift+${letter}`], { noteKind }]),
  ['position on it', [], ['Control+Shift+P'], { noteKind: 'observation' }],
  ['supports', ['+'], [], { stance: 'supports' }],
  ['nuances', ['%'], [], { stance: 'nuances' }],
  ['opposes', ['_'], [], { stance: 'opposes' }],
  ['to verify', ['?'], [], { toCheck: true }],
  ['to verify, by key', [], ['Control+Shift+F'], { toCheck: true }],
  ['sensitive', [], ['Control+Shift+H'], { level: 5 }],
  ['axis', [], ['Control+2'], {}],
  ['speaker', ['Alt+2'], [], { speaksFor: 'self' }],
  ['for a delegation', [], ['Shift+F4'], { speaksFor: 'delegation' }],
  ['nobody identified', ['Alt+0'], [], { voice: null }],
  ['trend', [], ['F8'], { scope: 'trend' }],
  ['specificity', [], ['F8'], { scope: 'specificity' }],
  ['to be qualified again', [], ['F8'], { scope: 'undecided' }],
  ['language', ['F7'], [], { lang: 'en' }],
  ['interpretation', ['Shift+F7'], [], { channel: 'interpretation' }],
]

it('says one thing of a note with two keys at most, nothing with one', async () => {
  const page = await open()
  const costs: Record<string, number> = {}
  for (const [index, [change, before, after, said]] of CASES.entries()) {
    const text = `Ce qui se dit ${index}`
    for (const key of before) await page.keyboard.press(key)
    await page.keyboard.type(text)
    for (const key of after) await page.keyboard.press(key)
    const isWritten = after.at(-1)?.startsWith('Shift+') === true && !/F\d/.test(after.at(-1) ?? '')
    if (!isWritten) await page.keyboard.press('Enter')
    costs[change] = before.length + after.length + (isWritten ? 0 : 1)
    await page.locator('article', { hasText: text }).waitFor()
    const { text: written, ...note } = (await lastNote(page)) as Record<string, unknown>
    expect({ change, written, ...note }).toMatchObject({ change, written: text, ...said })
    expect(await field(page).inputValue()).toBe('')
    if (change === 'position on it') expect(note).toHaveProperty('positionOf')
  }
  console.table(costs)
  expect(costs['nothing']).toBe(1)
  expect(Object.entries(costs).filter(([, keys]) => keys > 2)).toEqual([])
  await page.close()
})
