import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { serveGallery } from './serve-gallery.ts'

const SHOTS = resolve(import.meta.dirname, '../../../out/gallery-shots')
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const LOOKS = {
  light: { query: '' },
  dark: { query: '&colours=dark' },
  rtl: { query: '&dir=rtl' },
  forced: { query: '', forcedColors: 'active' },
  'zoom-200': { query: '', viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
} as const

type Look = keyof typeof LOOKS

let browser: Browser
let gallery: Awaited<ReturnType<typeof serveGallery>>
let complaints: string[] = []

async function open(scene: string, look: Look = 'light'): Promise<Page> {
  const { query, ...context } = LOOKS[look]
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', ...context })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${gallery.url}?scene=${scene}${query}`)
  await page.locator('main').waitFor()
  await page.evaluate(() => document.fonts.ready)
  return page
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource())
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeAnswer> } }
    const answer = await axe.run(document, { runOnly: rules })
    return answer.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  }, RULES)
}

interface AxeAnswer {
  violations: { id: string; nodes: { html: string }[] }[]
}

const axeSource = async () => (await import('node:fs/promises')).readFile(AXE, 'utf8')

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  ;[gallery, browser] = await Promise.all([serveGallery(), launchChromium()])
}, 120_000)

afterAll(async () => {
  await browser.close()
  await gallery.close()
})

const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  controls: () => Promise.resolve(),
  'controls-menu': (page) => page.getByRole('button', { name: 'Autres actions' }).click(),
  'controls-select': (page) => page.getByRole('combobox', { name: 'Type' }).click(),
  'controls-dialog': (page) => page.getByRole('button', { name: 'Dialogue' }).click(),
  'controls-drawer': (page) => page.getByRole('button', { name: 'Tiroir' }).click(),
  'controls-toasts': async (page) => {
    await page.getByRole('button', { name: 'Message', exact: true }).click()
    await page.getByRole('button', { name: 'Alerte' }).click()
  },
  marks: () => Promise.resolve(),
  frame: () => Promise.resolve(),
  'frame-keys': (page) => page.keyboard.press('Control+F1'),
  'frame-language': (page) => page.getByRole('button', { name: 'Langue' }).click(),
}

describe.each(Object.keys(LOOKS) as Look[])('the components in %s', (look) => {
  it.each(Object.keys(STATES))('%s breaks no accessibility rule', { timeout: 60_000 }, async (state) => {
    complaints = []
    const page = await open(state.split('-')[0] ?? '', look)
    await STATES[state]?.(page)
    await page.waitForTimeout(100)
    await page.screenshot({ path: resolve(SHOTS, `${state}.${look}.png`) })
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})
