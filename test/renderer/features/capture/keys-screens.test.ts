import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysOf } from '../../../../renderer/app/keymap.ts'
import { catalogues } from '../../../../shared/i18n/catalogues.ts'
import { LANGUAGES } from '../../../../shared/i18n/languages.ts'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'
import { altGrEvents, eventOf, LAYOUT_NAMES } from './layouts.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
let harness: Harness
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

const open = async (query = 'view=capture') => {
  const { page } = await harness.open(query)
  page.setDefaultTimeout(10_000)
  return page
}

type Pressed = Partial<Omit<KeyboardEventInit, 'view'>>

/** Presses a key in the field as another keyboard would, and says whether the program took it. */
const press = (page: Page, event: Pressed): Promise<boolean> =>
  page.locator('.composer-field').evaluate((field, init) => {
    const pressed = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })
    field.dispatchEvent(pressed)
    return pressed.defaultPrevented
  }, event)

const field = (page: Page) => page.locator('.composer-field')
const chips = (page: Page) => page.locator('.chips-line').innerText()

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

/** The last note that was taken, as it was written. */
const lastNote = (page: Page) =>
  page.evaluate(async () => {
    const read = (await window.rapporteur.send('workspace.read', {})) as {
      value: { records: { kind: string; f: Record<string, unknown> }[] }
    }
    const notes = read.value.records.filter(({ kind, f }) => kind === 'note' && f['committed'] !== undefined)
    const last = notes.toSorted((a, b) => Number(a.f['committed']) - Number(b.f['committed'])).at(-1)
    const voice = read.value.records.find((record) => 'id' in record && record.id === last?.f['voice'])
    return { ...last?.f, voice: voice?.f['person'] ?? null, speaksFor: voice?.f['speaksFor'] }
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

describe('a list under a word', () => {
  it('takes no key until the person goes into it', async () => {
    const page = await open()
    await field(page).pressSequentially('Oui @d')
    await page.getByRole('listbox').waitFor()
    for (const key of ['ArrowUp', 'ArrowLeft', 'Home', 'a', ' '])
      expect(await press(page, { key, code: key }), key).toBe(false)
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Oui @d' }).waitFor()
    await page.close()
  })

  it('gives what is picked with Tab, or with an arrow down and Enter', async () => {
    const page = await open()
    await field(page).pressSequentially('Oui @d')
    await page.keyboard.press('Tab')
    expect(await chips(page)).toContain('Amina Diallo')
    await page.keyboard.type('@d')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await chips(page)).toContain('Yusuf Demir')
    expect(await field(page).inputValue()).toBe('Oui ')
    await page.close()
  })

  it('is not needed for a name, an axis or a qualification that is clear; Backspace gives the word back', async () => {
    const page = await open()
    await field(page).pressSequentially('@amina /lie =r Oui')
    const said = await chips(page)
    expect(said).toContain('Amina Diallo')
    expect(said).toContain('2 Lieux d’entraide')
    expect(await field(page).inputValue()).toBe('Oui')
    await page.getByRole('radio', { name: 'Spécificité', checked: true }).waitFor()
    await page.keyboard.type(' /in ')
    expect(await chips(page)).toContain('3 Inégalités')
    await page.keyboard.press('Backspace')
    expect(await field(page).inputValue()).toBe('Oui /in')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    expect(await chips(page)).toContain('2 Lieux d’entraide')
    await page.close()
  })
})

describe('the field', () => {
  it('is not sent by the Enter of an input method', async () => {
    const page = await open()
    await field(page).pressSequentially('東京')
    expect(await press(page, { key: 'Enter', code: 'Enter', isComposing: true })).toBe(false)
    expect(await press(page, { key: 'F8', code: 'F8', isComposing: true })).toBe(false)
    expect(await field(page).inputValue()).toBe('東京')
    await page.close()
  })

  it('calls the last note back with Control and Z when nothing was typed, and undoes typing otherwise', async () => {
    const page = await open()
    await field(page).pressSequentially('! Un accès direct #eau')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Un accès direct' }).waitFor()
    await page.keyboard.press('Control+z')
    expect(await field(page).inputValue()).toBe('Un accès direct')
    const said = await chips(page)
    expect(said).toContain('Recommandation')
    expect(said).toContain('#eau')
    await page.keyboard.press('Escape')
    await field(page).pressSequentially('Non')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+z')
    expect(await field(page).inputValue()).toBe('Non')
    await page.close()
  })

  it('keeps an interpreted line that would be a quotation, and says why before and after Enter', async () => {
    const page = await open()
    await page.keyboard.press('Shift+F7')
    await field(page).pressSequentially('« Un accès direct »')
    expect(await chips(page)).toContain('ne peuvent pas devenir une citation')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('ne se citent pas', { exact: false }).waitFor()
    expect(await field(page).inputValue()).toBe('« Un accès direct »')
    await page.close()
  })

  it('asks, after ten minutes of silence, whether the same person still speaks, and Enter says yes', async () => {
    const page = await open()
    await page.keyboard.press('Alt+1')
    await page.clock.setFixedTime(Date.now() + 660_000)
    await page.getByRole('button', { name: 'Relecture' }).click()
    await page.getByRole('button', { name: 'Saisie' }).click()
    await page.getByRole('button', { name: /Toujours Amina Diallo/ }).waitFor()
    await field(page).pressSequentially('Oui, encore')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Oui, encore' }).getByText('Amina Diallo').waitFor()
    expect(await chips(page)).not.toContain('Toujours')
    await page.close()
  })

  it('offers who commits, when and on what condition, a Tab away, and never in the way', async () => {
    const page = await open()
    await field(page).pressSequentially('e: Livrer 300 bus')
    await page.keyboard.press('Tab')
    await page.keyboard.type('La ville')
    await page.keyboard.press('Tab')
    await page.keyboard.type('fin 2027')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Livrer 300 bus' }).waitFor()
    expect(await lastNote(page)).toMatchObject({ noteKind: 'commitment', holder: 'La ville', due: 'fin 2027' })
    expect(await page.locator('.commitment-form').count()).toBe(0)
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.close()
  })
})

/** A line with everything on it: a group of twelve, an interpreter, a commitment, a position, what is to verify. */
async function fillLine(page: Page): Promise<void> {
  await field(page).pressSequentially('d: Tarif unique ou tarif progressif')
  await page.keyboard.press('Enter')
  await page.locator('article', { hasText: 'Tarif unique' }).waitFor()
  for (const key of ['Alt+2', 'Shift+F4', 'Shift+F4', 'Shift+F4', 'Shift+F7']) await page.keyboard.press(key)
  await page.locator('.chip-number').fill('12')
  await field(page).pressSequentially('? Un tarif progressif dès 2027 #eau #tarif_social')
  for (const key of ['Control+Shift+P', 'Control+Shift+H']) await page.keyboard.press(key)
}

it.each(Object.keys(LOOKS) as Look[])(
  'a line that says everything breaks no accessibility rule in %s',
  async (look) => {
    const { page, complaints } = await harness.open('view=capture', look)
    await fillLine(page)
    await page.screenshot({ path: resolve(SHOTS, `line-full.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('F9')
    await page.keyboard.press('e')
    await page.screenshot({ path: resolve(SHOTS, `line-commitment.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  },
)
