import type { Browser, Page } from '@playwright/test'
import { launchChromium } from '../../gallery/chromium.ts'
import { type Look, LOOKS } from '../../gallery/open-gallery.ts'
import { serveHarness } from './serve-harness.ts'

export interface Harness {
  /** A fresh page at a query such as `view=capture`; `complaints` gathers errors and refusals of the content policy. */
  open: (query: string, look?: Look) => Promise<{ page: Page; complaints: string[] }>
  close: () => Promise<void>
}

async function openScreen(browser: Browser, url: string, wanted: string, look: Look) {
  const { query, ...context } = LOOKS[look]
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', ...context })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}?${wanted}${query}`)
  await page.locator('h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, complaints }
}

/** Builds the screens once for a file of tests, over the real core in memory. */
export async function openHarness(): Promise<Harness> {
  const [server, browser] = await Promise.all([serveHarness(), launchChromium()])
  return {
    open: (query, look = 'light') => openScreen(browser, server.url, query, look),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
