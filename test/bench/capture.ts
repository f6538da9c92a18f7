import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { PageWindow } from '../e2e/fixtures.ts'
import { median, quantile, tell, timed } from './figures.ts'
import { fullSession } from './full-session.ts'
import { measurable } from './program.ts'

const SIZES = process.argv.includes('--small') ? [100] : [100, 1_000, 10_000]
const KEYS = 200
const COMMITS = 100
/** Keys of one turn: a machine that is slow for a moment is slow for the program and for the control. */
const TURN = 20
const CONTROL = '<textarea id="field" autofocus rows="2" cols="80"></textarea>'
const FIELD = '.composer-field, #field'

/** What a page tells of itself, put there by `watch`. */
interface Watched {
  readonly paints: number[]
  entered: number
}
type WatchedWindow = Window & { watched: Watched }

/** Has a page note, for each key, the milliseconds from the key to the end of the frame that shows it. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched: Watched = { paints: [], entered: 0 }
    Object.assign(window, { watched })
    const { port1, port2 } = new MessageChannel()
    const asked: number[] = []
    // After the frame: a message posted by an animation frame is heard once the page has been drawn.
    port2.addEventListener('message', () => {
      for (const key of asked.splice(0)) watched.paints.push(performance.now() - key)
    })
    port2.start()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter') watched.entered = event.timeStamp
      requestAnimationFrame(() => {
        asked.push(event.timeStamp)
        port1.postMessage(null)
      })
    }
    window.addEventListener('keydown', onKey, true)
  })

/** Types so many letters by real key events; the milliseconds from each to its paint. */
async function type(page: Page, count: number): Promise<readonly number[]> {
  const before = await page.evaluate(() => (window as unknown as WatchedWindow).watched.paints.length)
  await page.bringToFront()
  for (let key = 0; key < count; key += 1) await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e', { delay: 5 })
  await page.waitForFunction((all) => (window as unknown as WatchedWindow).watched.paints.length >= all, before + count)
  return page.evaluate((from) => (window as unknown as WatchedWindow).watched.paints.slice(from), before)
}

/** Presses Enter; the milliseconds until the page shows the card, which it does once the disk has it. */
async function commit(page: Page, cards: number): Promise<number> {
  const shown = page.evaluate(
    (all) =>
      new Promise<number>((resolve) => {
        const watcher = new MutationObserver(() => {
          if (document.querySelector(`.feed-row[aria-setsize="${all}"]`) === null) return
          watcher.disconnect()
          resolve(performance.now() - (window as unknown as WatchedWindow).watched.entered)
        })
        watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-setsize'] })
      }),
    cards,
  )
  await page.keyboard.press('Enter')
  return shown
}

/** Milliseconds of a call of the page that the node side answers at once: what the way there and back takes. */
const roundTrip = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const started = performance.now()
    await (window as unknown as PageWindow).rapporteur.send('app.read', {})
    return performance.now() - started
  })

/** Bytes of the journals under a folder. */
async function journalBytes(folder: string): Promise<number> {
  const names = await readdir(join(folder, 'consultations'), { recursive: true })
  const journals = names.filter((name) => /journal-\d+\.rapj$/u.test(name))
  const read = await Promise.all(journals.map((name) => readFile(join(folder, 'consultations', name))))
  return read.reduce((sum, { length }) => sum + length, 0)
}

async function commits(page: Page, folder: string, cards: number): Promise<void> {
  const before = await journalBytes(folder)
  const [ours, limits, trips]: [number[], number[], number[]] = [[], [], []]
  const limit = await open(join(folder, 'limit'), 'a')
  let bytes = 700
  for (let turn = 1; turn <= COMMITS; turn += 1) {
    await page.keyboard.insertText(`Les villes intermédiaires demandent un accès direct ${turn}`)
    ours.push(await commit(page, cards + turn))
    trips.push(await roundTrip(page))
    bytes = Math.round(((await journalBytes(folder)) - before) / turn)
    limits.push(await timed(() => limit.writeFile(Buffer.alloc(bytes, 'x')).then(() => limit.datasync())))
  }
  await limit.close()
  const more = { p99: quantile(ours, 0.99), limitP99: quantile(limits, 0.99), bytes, roundTrip: quantile(trips, 0.5) }
  tell('capture', 'Enter to durable and shown', cards, median(ours), null, median(limits), more)
}

async function capture(cards: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
  await fullSession(folder, cards)
  const { app, page, control } = await measurable(folder, CONTROL)
  try {
    for (const one of [page, control]) {
      await one.locator(FIELD).focus()
      await watch(one)
      await type(one, TURN)
    }
    const [ours, limits]: [number[], number[]] = [[], []]
    for (let done = 0; done < KEYS; done += TURN) {
      ours.push(...(await type(page, TURN)))
      limits.push(...(await type(control, TURN)))
    }
    const more = { p95: quantile(ours, 0.95), limitP95: quantile(limits, 0.95) }
    tell('capture', 'key to next paint', cards, median(ours), null, median(limits), more)
    await page.bringToFront()
    await page.keyboard.press('Control+A')
    await commits(page, folder, cards)
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

for (const size of SIZES) await capture(size)
