import type { Browser, Page } from '@playwright/test'
import { launchChromium } from './chromium.ts'
import { serveGallery } from './serve-gallery.ts'

export { violationsIn } from '../../axe.ts'

/** The ways a person may look at the page. */
export const LOOKS = {
  light: { query: '' },
  dark: { query: '&colours=dark' },
  rtl: { query: '&dir=rtl' },
  forced: { query: '', forcedColors: 'active' },
  'zoom-200': { query: '', viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
} as const

export type Look = keyof typeof LOOKS

export interface Gallery {
  /** A fresh page showing a scene; `complaints` gathers errors and refusals of the content security policy. */
  open: (scene: string, look?: Look) => Promise<{ page: Page; complaints: string[] }>
  close: () => Promise<void>
}

async function openScene(browser: Browser, url: string, scene: string, look: Look) {
  const { query, ...context } = LOOKS[look]
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', ...context })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}?scene=${scene}${query}`)
  await page.locator('main').waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, complaints }
}

export async function openGallery(): Promise<Gallery> {
  const [server, browser] = await Promise.all([serveGallery(), launchChromium()])
  return {
    open: (scene, look = 'light') => openScene(browser, server.url, scene, look),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
