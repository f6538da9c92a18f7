import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { median, tell } from './figures.ts'
import { fullSession } from './full-session.ts'
import { measurable } from './program.ts'
import { type Frames, framesOf, type TraceEvent } from './trace.ts'

const SIZES = process.argv.includes('--small') ? [100] : [100, 1_000, 10_000]
const RUNS = 7
const FRAMES = 60
/** CSS pixels of one frame: 4 000 a second, a wheel turned fast. */
const PIXELS = 67
const CONTROL = '<div id="control" style="block-size:420px;overflow:auto"><div style="block-size:600000px"></div></div>'
/** No more: tracing costs too, and is counted with the rest. */
const CATEGORIES = 'devtools.timeline,blink.user_timing'

/** Scrolls up by as much at each frame, from the end, and round again at the top; the most rows that were drawn at once. */
const scroll = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    ([scrolled, frames, pixels]) =>
      new Promise<number>((resolve) => {
        const scroller = document.querySelector(scrolled)
        if (scroller === null) throw new Error(`There is no ${scrolled}`)
        const drawn = scroller.getElementsByClassName('feed-row')
        // Nothing is asked of the layout while it scrolls.
        const end = scroller.scrollHeight - scroller.clientHeight
        let [left, rows, top]: [number, number, number] = [frames, 0, end]
        const step = () => {
          if (left === 0) {
            performance.mark('scrolled')
            return resolve(rows)
          }
          left -= 1
          top = top > pixels ? top - pixels : end
          scroller.scrollTop = top
          rows = Math.max(rows, drawn.length)
          requestAnimationFrame(step)
        }
        scroller.scrollTop = end
        setTimeout(() => {
          performance.mark('scrolling')
          requestAnimationFrame(step)
        }, 200)
      }),
    [selector, FRAMES, PIXELS] as const,
  )

interface Run extends Frames {
  readonly rows: number
}

/** What the main thread of a page does while it is scrolled. */
async function traced(page: Page, session: CDPSession, selector: string): Promise<Run> {
  await page.bringToFront()
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]))
  session.on('Tracing.dataCollected', collect)
  await session.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' })
  const rows = await scroll(page, selector)
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', collect)
  return { ...framesOf(events, FRAMES), rows }
}

const of = (runs: readonly Run[], which: (run: Run) => number): number =>
  Math.round(median(runs.map(which)) * 100) / 100

async function scrolled(cards: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
  await fullSession(folder, cards)
  const { app, page, control } = await measurable(folder, CONTROL)
  try {
    await page.locator('.feed-row').first().waitFor()
    const [ours, limits]: [Run[], Run[]] = [[], []]
    const [own, other] = [await page.context().newCDPSession(page), await control.context().newCDPSession(control)]
    await scroll(page, '.feed')
    await scroll(control, '#control')
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await traced(page, own, '.feed'))
      limits.push(await traced(control, other, '#control'))
    }
    const more = {
      p95: of(ours, ({ p95 }) => p95),
      script: of(ours, ({ script }) => script),
      style: of(ours, ({ style }) => style),
      layout: of(ours, ({ layout }) => layout),
      paint: of(ours, ({ paint }) => paint),
      wall: of(ours, ({ wall }) => wall),
      limitWall: of(limits, ({ wall }) => wall),
      longTasks: ours.reduce((sum, { longTasks }) => sum + longTasks, 0),
      rows: Math.max(...ours.map(({ rows }) => rows)),
    }
    const perFrame = ({ busy }: Run): number => busy
    tell('scroll', 'main thread per frame', cards, median(ours.map(perFrame)), null, median(limits.map(perFrame)), more)
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

for (const size of SIZES) await scrolled(size)
