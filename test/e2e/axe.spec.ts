import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { violationsIn } from '../axe.ts'
import { chooseMenu, expect, openPage, send, test } from './fixtures.ts'
import { damage } from './journey/by-store.ts'

interface World {
  readonly app: ElectronApplication
  readonly page: Page
}
type Reach = (world: World) => Promise<unknown>

const SCREEN = { width: 1366, height: 768 }
/** A screen of 1366 by 768 at 200 %. */
const ENLARGED = { width: 683, height: 384 }

const tab =
  (name: string): Reach =>
  ({ page }) =>
    page.getByRole('tab', { name }).click()

const menu =
  (command: string): Reach =>
  ({ app }) =>
    chooseMenu(app, command)

const close: Reach = async ({ page }) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Closes what is open over the screen, then goes on. */
const after =
  (reach: Reach): Reach =>
  async (world) => {
    await close(world)
    await reach(world)
  }

const key =
  (name: string): Reach =>
  ({ page }) =>
    page.keyboard.press(name)

/** Every state of the program: its name, how to come to it from the one before, what shows that one is there. */
const STATES: readonly (readonly [state: string, reach: Reach, shown: string])[] = [
  ['capture', menu('go.capture'), '.composer'],
  ['capture, a list over the field', key('F9'), '[role=listbox]'],
  ['speaker form', after(key('F4')), '[role=dialog] form'],
  ['settings', after(menu('settings.open')), '[role=dialog] .settings'],
  ['keys', after(menu('help.keys')), '.cheat-sheet'],
  ['review, list', after(menu('go.review')), '.review-row'],
  ['review, an open note', ({ page }) => page.locator('.review-row').nth(1).click(), '.review-row[data-current=true]'],
  ['review, trends', tab('Tendances'), '.board-card'],
  ['review, coverage', tab('Couverture'), '[role=tabpanel] [role=grid]'],
  ['merge', menu('go.merge'), 'h1:has-text("Consolidation")'],
  ['sending', menu('bundle.send'), '[role=dialog] input[type=radio]'],
  ['report, preview', after(menu('go.report')), '.paper'],
  ['report, texts', tab('Textes'), '.report-texts'],
  ['dashboard', menu('go.dashboard'), 'h1:has-text("Tableau de bord")'],
]

const LOOKS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  light: (page) => page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' }),
  dark: (page) => page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' }),
  'right to left': async (page) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  },
}

/** Runs axe on the page in every look; what it finds, by look. */
async function faultsIn(page: Page, state: string): Promise<string[]> {
  const faults: string[] = []
  for (const [look, show] of Object.entries(LOOKS)) {
    await show(page)
    for (const fault of await violationsIn(page)) faults.push(`${state}, ${look}: ${fault}`)
  }
  await page.evaluate(() => (document.documentElement.dir = 'ltr'))
  await LOOKS['light']?.(page)
  return faults
}

async function openSample(page: Page): Promise<void> {
  await page.setViewportSize(SCREEN)
  await send(page, 'settings.save', { language: 'fr', role: 'secretariat' })
  await send(page, 'consultation.sample')
  await page.reload()
  await page.locator('.composer').waitFor()
}

test('no screen breaks an accessibility rule, in light, in dark, from right to left', async ({ app, page }) => {
  test.setTimeout(240_000)
  await page.setViewportSize(SCREEN)
  await page.getByRole('button', { name: 'Explorer l’exemple' }).waitFor()
  const faults = await faultsIn(page, 'setup')
  await openSample(page)
  for (const [state, reach, shown] of STATES) {
    await test.step(state, async () => {
      await reach({ app, page })
      await page.locator(shown).first().waitFor()
      faults.push(...(await faultsIn(page, state)))
    })
  }
  expect(faults).toEqual([])
})

const SCREENS: Readonly<Record<string, RegExp>> = {
  capture: /Séance/,
  review: /Relecture/,
  merge: /Consolidation/,
  report: /Rapport/,
  dashboard: /Tableau de bord/,
}

/** What does not fit in the width of the window, by how much. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('at 200 % nothing is cut off, and the field never covers the notes', async ({ app, page }) => {
  test.setTimeout(120_000)
  await openSample(page)
  await page.setViewportSize(ENLARGED)
  const wide: string[] = []
  for (const [destination, title] of Object.entries(SCREENS)) {
    await chooseMenu(app, `go.${destination}`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    if ((await overflow(page)) > 0) wide.push(destination)
  }
  expect(wide).toEqual([])

  await chooseMenu(app, 'go.capture')
  const [feed, composer] = await Promise.all([
    page.locator('.feed').boundingBox(),
    page.locator('.composer').boundingBox(),
  ])
  if (feed === null || composer === null) throw new Error('The feed or the field is not shown')
  expect(feed.y + feed.height).toBeLessThanOrEqual(composer.y + 1)
  expect(feed.height).toBeGreaterThan(40)
  expect(composer.y + composer.height).toBeLessThanOrEqual(ENLARGED.height)
})

test('with forced colours, what is chosen still differs from what is not', async ({ app, page }) => {
  await openSample(page)
  await page.emulateMedia({ forcedColors: 'active' })
  const lookOf = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { backgroundColor, color, outline, border, boxShadow, fontWeight } = getComputedStyle(element)
        return [backgroundColor, color, outline, border, boxShadow, fontWeight].join(' ')
      })
  const differ = async (chosen: string, other: string): Promise<void> =>
    expect(await lookOf(chosen), chosen).not.toBe(await lookOf(other))
  await differ('.rail-item[aria-pressed=true]', '.rail-item[aria-pressed=false]')
  await differ('.segments label:has(:checked)', '.segments label:not(:has(:checked))')
  await differ('.modes [aria-current=page]', '.modes button:not([aria-current])')
  await chooseMenu(app, 'go.review')
  await page.locator('.review-row').first().click()
  await page.keyboard.press('x')
  await differ('.review-row[aria-selected=true]', '.review-row[aria-selected=false]')
  await differ('[role=tab][aria-selected=true]', '[role=tab][aria-selected=false]')
})

const written = (page: Page, text: string): Promise<void> =>
  page.keyboard.type(text).then(() => page.keyboard.press('Enter'))

test('nothing that is said of what is safe breaks an accessibility rule', async ({ start, userData }) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  const begin = async (): Promise<World> => {
    const app = await start()
    const page = await openPage(app)
    await page.setViewportSize(SCREEN)
    return { app, page }
  }
  const look = async ({ page }: World, state: string, shown: string): Promise<void> => {
    await page.locator(shown).first().waitFor()
    faults.push(...(await faultsIn(page, state)))
  }
  const first = await begin()
  await send(first.page, 'settings.save', { language: 'fr', role: 'secretariat' })
  await send(first.page, 'consultation.create', { template: '001' })
  await first.page.reload()
  await first.page.locator('.composer').waitFor()
  for (const text of ['Une note', 'Une deuxième']) await written(first.page, text)
  await first.page.locator('.feed-row').nth(1).waitFor()
  await first.page.keyboard.type('Une phrase à moitié')
  await look(first, 'draft kept', '.save-state[data-state=draft]')
  first.app.process().kill('SIGKILL')

  const second = await begin()
  await look(second, 'found after a stop', '.composer-found')
  const [store = ''] = await readdir(join(userData, 'consultations'))
  const lock = join(userData, 'consultations', store, 'lock-900000.json')
  await writeFile(lock, JSON.stringify({ host: 'BUREAU-3', pid: 1, start: '', since: Date.UTC(2021, 4, 7) }))
  await second.page.waitForTimeout(1_100)
  await written(second.page, ' que le disque refuse')
  await look(second, 'not saved', '.waiting-lines')
  second.app.process().kill('SIGKILL')

  const third = await begin()
  await look(third, 'read only', '.composer-field[readonly]')
  await third.page.getByRole('button', { name: 'Reprendre la main…' }).click()
  await look(third, 'taking over', '[role=dialog]')
  third.app.process().kill('SIGKILL')

  await rm(lock)
  for (const place of ['consultations', 'copies']) {
    const folder = join(userData, place, store)
    for (const name of await readdir(folder)) if (/^(journal|snapshot)-/.test(name)) await damage(join(folder, name))
  }
  const fourth = await begin()
  await look(fourth, 'lost', '[role=dialog] details')
  expect(faults).toEqual([])
})
