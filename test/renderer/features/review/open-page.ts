import { resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { launchChromium } from '../../gallery/chromium.ts'
import { type Look, LOOKS } from '../../gallery/open-gallery.ts'

const root = import.meta.dirname
const NONCE = 'sample'
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${NONCE}'; img-src 'self' data:; font-src 'self'`

/** Screens that the frame could fetch and that are not shown here. */
const OTHER_SCREENS = /features\/(?:setup|capture|report|dashboard)\//

/** Builds the screens as the page is built and serves them under its content security policy. */
async function servePage(outDir: string) {
  const common = { root, configFile: false, logLevel: 'warn' } as const
  await build({
    ...common,
    plugins: [react()],
    html: { cspNonce: NONCE },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 6000,
      target: 'es2023',
      rolldownOptions: { external: OTHER_SCREENS },
    },
  })
  return preview({
    ...common,
    build: { outDir },
    preview: { port: 0, headers: { 'Content-Security-Policy': POLICY } },
  })
}

async function openView(browser: Browser, url: string, query: string, look: Look) {
  const { query: lookQuery, ...context } = LOOKS[look]
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', ...context })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}?${query}${lookQuery.replace('colours', 'theme')}`)
  await page.locator('main h1').waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, complaints }
}

export interface SamplePage {
  open: (query: string, look?: Look) => Promise<{ page: Page; complaints: string[] }>
  close: () => Promise<void>
}

/** Review and merge in a browser; `name` keeps two runs at the same time apart. */
export async function openSamplePage(name: string): Promise<SamplePage> {
  const outDir = resolve(root, '../../../../out', `sample-page-${name}`)
  const [server, browser] = await Promise.all([servePage(outDir), launchChromium()])
  const url = server.resolvedUrls?.local[0] ?? ''
  return {
    open: (query, look = 'light') => openView(browser, url, query, look),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
