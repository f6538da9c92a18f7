import type { Page } from '@playwright/test'
import { KEYMAP } from '../../renderer/app/keymap.ts'
import { violationsIn } from '../axe.ts'
import { type SESSIONS, showSession } from './capture-sessions.ts'
import { expect, send, test } from './fixtures.ts'
import { overlapsIn } from './overlaps.ts'

const SCREEN = { width: 1366, height: 768 }
/** A screen of 1366 by 768 at 200 %. */
const ENLARGED = { width: 683, height: 384 }

interface State {
  readonly reach: (page: Page) => Promise<unknown>
  readonly shown: string
  readonly leave: (page: Page) => Promise<unknown>
}

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
const escape = press('Escape')
const nothing = async (): Promise<void> => {}

/** What the capture screen may show beside itself: how to come to it, what tells that one is there, how to leave it. */
const STATES = {
  idle: { reach: nothing, shown: '.composer-field', leave: nothing },
  suggestion: {
    reach: (page) => page.keyboard.type('@a'),
    shown: '[role=listbox]',
    leave: press('Escape', 'Backspace', 'Backspace'),
  },
  menu: {
    reach: async (page) => {
      await page.locator('.feed-row').last().focus()
      await page.keyboard.press('Shift+F10')
    },
    shown: '[role=menu]',
    leave: escape,
  },
  dialog: { reach: press(KEYMAP.capture.otherSpeaker), shown: '[role=dialog] form', leave: escape },
  'off the record': {
    reach: press(KEYMAP.capture.part),
    shown: '.attribution-band[data-held=true]',
    leave: press(KEYMAP.capture.part),
  },
  'names hidden': {
    reach: press(KEYMAP.global.sharedScreen),
    shown: '.composer-field',
    leave: press(KEYMAP.global.sharedScreen),
  },
} as const satisfies Record<string, State>

/** How the page may be looked at; each is put back by the first. */
const LOOKS = {
  light: async (page) => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })
    await page.evaluate(() => (document.documentElement.dir = 'ltr'))
    await page.setViewportSize(SCREEN)
  },
  dark: (page) => page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' }),
  'forced colours': (page) => page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }),
  'right to left': (page) => page.evaluate(() => (document.documentElement.dir = 'rtl')),
  '200 %': (page) => page.setViewportSize(ENLARGED),
} as const satisfies Record<string, (page: Page) => Promise<unknown>>

/** What changes nothing but colours. */
const COLOURS: ReadonlySet<string> = new Set(['dark', 'forced colours'])

/** Every look of every state in French; in other scripts, where their letters or their direction weigh. */
const SEEN: Readonly<
  Record<keyof typeof SESSIONS, readonly (readonly [keyof typeof STATES, (keyof typeof LOOKS)[]])[]>
> = {
  fr: (Object.keys(STATES) as (keyof typeof STATES)[]).map((state) => [
    state,
    Object.keys(LOOKS) as (keyof typeof LOOKS)[],
  ]),
  ar: [
    ['idle', ['light', 'right to left', '200 %']],
    ['off the record', ['right to left']],
  ],
  ru: [
    ['idle', ['light', '200 %']],
    ['suggestion', ['light']],
  ],
}

test('taking notes breaks no accessibility rule and draws nothing over anything, in whatever script', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  await send(page, 'settings.save', { language: 'fr', role: 'section' })
  for (const [session, states] of Object.entries(SEEN)) {
    await LOOKS.light(page)
    await showSession(page, session as keyof typeof SESSIONS)
    for (const [name, looks] of states) {
      await test.step(`${session}, ${name}`, async () => {
        const { reach, shown, leave }: State = STATES[name]
        await page.locator('.composer-field').focus()
        await reach(page)
        await page.locator(shown).first().waitFor()
        for (const look of looks) {
          await LOOKS.light(page)
          await LOOKS[look](page)
          const violations = violationsIn(page, COLOURS.has(look) ? ['color-contrast'] : undefined)
          const found = [...(await violations), ...(await overlapsIn(page))]
          faults.push(...found.map((fault) => `${session}, ${name}, ${look}: ${fault}`))
        }
        await LOOKS.light(page)
        await leave(page)
      })
    }
  }
  expect(faults).toEqual([])
})

/** Counts what screen readers would be told from now on. */
const listenToRegions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard = { changes: 0 }
    Object.assign(window, { heard })
    const regions = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output'
    const isHeard = ({ target }: MutationRecord): boolean =>
      (target instanceof Element ? target : target.parentElement)?.closest(regions) !== null
    new MutationObserver((changes) => void (heard.changes += changes.some(isHeard) ? 1 : 0)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })

test('two hundred keys are told to a screen reader twice at most', async ({ page }) => {
  await send(page, 'settings.save', { language: 'fr', role: 'section' })
  await showSession(page, 'fr')
  await page.locator('.composer-field').focus()
  await listenToRegions(page)
  await page.keyboard.type('les communes du littoral '.repeat(8), { delay: 10 })
  await expect.poll(() => page.locator('.save-state').getAttribute('data-state')).toBe('draft')
  const { changes } = await page.evaluate(() => (window as unknown as { heard: { changes: number } }).heard)
  expect(changes).toBeLessThanOrEqual(2)
})

/** The first row that is wholly seen, and where it stands. */
const firstSeen = (page: Page): Promise<{ readonly note: string; readonly top: number }> =>
  page.evaluate(() => {
    const feed = document.querySelector('.feed')?.getBoundingClientRect()
    const rows = [...document.querySelectorAll<HTMLElement>('.feed-row')]
    const tops = rows.map((row) => ({ note: row.dataset['note'] ?? '', top: row.getBoundingClientRect().top }))
    const [first] = tops.filter(({ top }) => top >= (feed?.top ?? 0)).toSorted((a, b) => a.top - b.top)
    if (first === undefined) throw new Error('No row is seen')
    return first
  })

test('what one reads up in the feed stays where it is, whatever is typed and whatever comes', async ({ page }) => {
  await page.setViewportSize(SCREEN)
  await send(page, 'settings.save', { language: 'fr', role: 'section' })
  await showSession(page, 'fr')
  const field = page.locator('.composer-field')
  await field.focus()
  const setsize = (): Promise<string | null> => page.locator('.feed-row').first().getAttribute('aria-setsize')
  for (let note = 1; note <= 12; note += 1) {
    await page.keyboard.insertText(`Une note de plus ${note}`)
    await page.keyboard.press('Enter')
    await expect.poll(setsize).toBe(`${9 + note}`)
  }
  // At the end, the last one stays in sight, even when the field grows.
  await page.keyboard.insertText('Une phrase\nsur\ntrois lignes')
  await expect(page.locator('.feed-row[aria-posinset="21"]')).toBeInViewport({ ratio: 0.9 })

  await page.locator('.feed').evaluate((feed) => (feed.scrollTop -= 400))
  await page.waitForTimeout(300)
  const before = await firstSeen(page)
  await field.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('Une note qui vient pendant qu’on relit')
  await page.keyboard.press('Enter')
  await expect.poll(setsize).toBe('22')
  await page.keyboard.insertText('Une autre\nen deux\nou trois\nlignes')
  await page.waitForTimeout(300)
  expect(await firstSeen(page)).toEqual(before)
})
