import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, type Look, LOOKS, openGallery, violationsIn } from './open-gallery.ts'

const SHOTS = resolve(import.meta.dirname, '../../../out/gallery-shots')
const SLOW = { timeout: 60_000 }

let gallery: Gallery

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  gallery = await openGallery()
}, 120_000)

afterAll(() => gallery.close())

type Step = (page: Page) => Promise<unknown>

const press =
  (name: string): Step =>
  (page) =>
    page.getByRole('button', { name, exact: true }).click()

async function expectNoFault(scene: string, state: string, look: Look, reach?: Step) {
  const { page, complaints } = await gallery.open(scene, look)
  await reach?.(page)
  await page.screenshot({ path: resolve(SHOTS, `${state}.${look}.png`) })
  expect(await violationsIn(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.close()
}

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it.each(['controls', 'marks', 'frame'])('the scene %s breaks no accessibility rule', SLOW, (scene) =>
    expectNoFault(scene, scene, look),
  )
})

const FLOATING: Record<string, Step> = {
  menu: press('Autres actions'),
  list: (page) => page.getByRole('combobox', { name: 'Type' }).click(),
  dialog: press('Dialogue'),
  drawer: press('Tiroir'),
  toasts: async (page) => {
    await press('Message')(page)
    await press('Alerte')(page)
  },
}

describe('what floats over the page', () => {
  it.each(Object.keys(FLOATING))('a %s breaks no accessibility rule', SLOW, (state) =>
    expectNoFault('controls', state, 'light', FLOATING[state]),
  )

  it.each(['light', 'dark'] as const)('the cheat sheet breaks no accessibility rule in %s', SLOW, (look) =>
    expectNoFault('frame', 'cheat-sheet', look, (page) => page.keyboard.press('Control+F1')),
  )

  it('the picker of a rail breaks no accessibility rule where there is no room', SLOW, () =>
    expectNoFault('frame', 'picker', 'zoom-200', (page) =>
      page.getByRole('button', { name: '4 Transition écologique' }).click(),
    ),
  )

  it('a screen that falls leaves the frame, and first says whether the work is safe', SLOW, () =>
    expectNoFault('frame&screen=fallen', 'fallen', 'light', async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Votre travail est enregistré.')
      expect(await page.getByRole('navigation').isVisible()).toBe(true)
    }),
  )
})

describe('the frame at 200 %', () => {
  it('scrolls nothing sideways and covers nothing', SLOW, async () => {
    const { page } = await gallery.open('frame', 'zoom-200')
    const boxes = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - innerWidth,
      feed: document.querySelector('.pane-scroll')?.getBoundingClientRect().height ?? 0,
      edges: ['.modes', '.view-head', '.rail-picker', '.pane-scroll', '.view-foot', '.status'].map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect()
        return [Math.round(box?.top ?? -1), Math.round(box?.bottom ?? -1)] as const
      }),
    }))
    expect(boxes.overflow).toBe(0)
    expect(boxes.feed).toBeGreaterThan(120)
    const tops = boxes.edges.slice(1).map(([top]) => top)
    const bottoms = boxes.edges.slice(0, -1).map(([, bottom]) => bottom)
    expect(tops.every((top, index) => top >= (bottoms[index] ?? Infinity))).toBe(true)
    await page.close()
  })
})

describe('the keyboard', () => {
  it('chooses an axis by the place of the digit, and leaves AltGr to the writer', SLOW, async () => {
    const { page } = await gallery.open('frame')
    const chosen = () => page.getByRole('complementary', { name: 'Axes' }).locator('[aria-pressed=true]').textContent()
    await page.getByRole('textbox').focus()
    const digit = (init: Record<string, string | boolean>) =>
      page.getByRole('textbox').evaluate((field, init) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
        return field.dispatchEvent(event)
      }, init)
    expect(await digit({ key: '&', code: 'Digit1', ctrlKey: true })).toBe(false)
    expect(await chosen()).toBe('1 Démocratie locale')
    expect(await digit({ key: '~', code: 'Digit2', ctrlKey: true, altKey: true, modifierAltGraph: true })).toBe(true)
    expect(await chosen()).toBe('1 Démocratie locale')
    await page.close()
  })

  it('goes through the panes with F6 and comes round', SLOW, async () => {
    const { page } = await gallery.open('frame')
    const where = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label'))
    const seen: unknown[] = []
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('F6')
      seen.push(await where())
    }
    expect(seen).toEqual(['Écrans', 'Axes', 'Notes', 'À la parole', 'État', 'Écrans'])
    await page.keyboard.press('Shift+F6')
    expect(await where()).toBe('État')
    await page.close()
  })

  it('walks through the heat table with the arrows and opens a number with Enter', SLOW, async () => {
    const { page } = await gallery.open('marks')
    await page.getByRole('button', { name: '1 Démocratie locale, Afrique' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await page.locator('output[data-opened]').getAttribute('data-opened')).toBe('1-1')
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Régions')
    await page.close()
  })

  it('moves a choice of the segments, and a tab, with the arrows', SLOW, async () => {
    const { page } = await gallery.open('controls')
    await page.getByRole('radio', { name: 'Soulève' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('radio', { name: 'Appuie' }).isChecked()).toBe(true)
    await page.getByRole('tab', { selected: true }).focus()
    await page.keyboard.press('ArrowLeft')
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Liste')
    await page.close()
  })
})
