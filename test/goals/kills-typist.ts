import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { Chance } from '../build/chance.ts'
import type { PageWindow } from '../e2e/fixtures.ts'

/** What the field shows: its words, the caret, and all that goes with them. */
export interface Shown {
  readonly text: string
  readonly caret: number
  /** Words of the chips, the choices that are made, the turn and the axis, one line each. */
  readonly beside: string
  /** How many notes of the session the feed shows. */
  readonly notes: number
}

/** What was seen after a key. */
export interface Seen extends Shown {
  /** When the key had been dealt with, by the clock of this computer. */
  readonly at: number
  /** Texts handed over with Enter so far. */
  readonly entered: number
}

/** What a program that has just opened shows, and the texts of all its notes. */
export interface Found extends Shown {
  readonly texts: readonly string[]
}

const WORDS = ['les', 'villes', 'demandent', 'un', 'fonds', 'climat', 'نحتاج', 'вода', 'eau', 'direct']
/** Keys that change what goes with the words, one each. */
const BESIDE = [
  'Alt+Digit1',
  'Alt+Digit2',
  'Alt+Digit3',
  'Alt+Digit0',
  'Control+Digit1',
  'Control+Digit2',
  'F8',
  'Shift+F8',
]

/** Types into the built program until it is killed, and knows what it showed after each key. */
export class Typist {
  readonly #app: ElectronApplication
  readonly #page: Page
  readonly seen: Seen[] = []
  /** Texts handed over with Enter, in their order. */
  readonly entered: string[] = []
  /** Keys of what was being done when everything stopped. */
  underWay = ''
  killedAt = 0

  private constructor(app: ElectronApplication, page: Page) {
    this.#app = app
    this.#page = page
  }

  static async start(dataFolder: string): Promise<Typist> {
    const app = await _electron.launch({
      args: [process.env['APP_DIR'] ?? '.'],
      chromiumSandbox: process.getuid?.() !== 0,
      env: { ...(process.env as Record<string, string>), RAPPORTEUR_DATA: dataFolder },
      timeout: 60_000,
    })
    const page = await app.firstWindow()
    await page.locator('.composer-field').waitFor()
    return new Typist(app, page)
  }

  async typeUntilKilled(random: Chance): Promise<void> {
    try {
      await this.#see()
      for (let line = 0; ; line += 1) await this.#typeLine(random, line)
    } catch (error) {
      if (this.killedAt === 0) throw error
    }
  }

  /** Ends every process of the program at once. */
  async kill(): Promise<void> {
    const main = this.#app.process()
    const gone = main.exitCode === null ? once(main, 'exit') : null
    const all = [main.pid ?? 0, ...descendantsOf(main.pid ?? 0)]
    this.killedAt = Date.now()
    for (const pid of all) endProcess(pid)
    await gone
    await this.#app.close().catch(() => {})
  }

  async found(): Promise<Found> {
    const shown = await this.#page.evaluate(shownByPage)
    const texts = await this.#page.evaluate(async () => {
      const { rapporteur } = window as unknown as PageWindow
      const { value } = (await rapporteur.send('workspace.read', {})) as {
        readonly value: {
          readonly records: readonly { readonly kind: string; readonly f: { readonly text?: string } }[]
        }
      }
      return value.records.flatMap(({ kind, f }) => (kind === 'note' ? [f.text ?? ''] : []))
    })
    return { ...shown, texts }
  }

  async #typeLine(random: Chance, line: number): Promise<void> {
    for (let word = random.below(6); word >= 0; word -= 1) {
      if (random.in100(30)) await this.#press(random.one(BESIDE))
      if (random.in100(15)) await this.#press('ArrowLeft')
      for (const letter of `${random.one(WORDS)} `) await this.#press(letter, random.below(30))
    }
    if (random.in100(20)) for (const letter of '#eau ') await this.#press(letter)
    await this.#press('End')
    // No two texts are the same.
    for (const digit of `${line}.${Date.now() % 100_000}`) await this.#press(digit)
    if (random.in100(70)) await this.#enter()
  }

  async #enter(): Promise<void> {
    const text = this.seen.at(-1)?.text.trim() ?? ''
    this.entered.push(text)
    await this.#press('Enter')
  }

  async #press(key: string, pause = 0): Promise<void> {
    if (this.killedAt !== 0) throw new Error('Killed')
    this.underWay = key
    // No key of a keyboard that Playwright knows types these.
    if (/^[^\p{ASCII}]$/u.test(key)) await this.#page.keyboard.insertText(key)
    else await this.#page.keyboard.press(key === ' ' ? 'Space' : key)
    await this.#see()
    this.underWay = ''
    await wait(pause)
  }

  async #see(): Promise<void> {
    const shown = await this.#page.evaluate(shownByPage)
    this.seen.push({ ...shown, at: Date.now(), entered: this.entered.length })
  }
}

/** Runs in the page. */
function shownByPage(): Shown {
  const field = document.querySelector<HTMLTextAreaElement>('.composer-field')
  const words = (selector: string): string[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) => textContent ?? '')
  const chosen = [...document.querySelectorAll<HTMLInputElement>('.composer input:checked')].map(({ value }) => value)
  const beside = [
    ...words('main h1'),
    ...words('.chips-line .chip'),
    ...words('.stance-scope [aria-pressed=true]'),
    ...words('.rail-item[aria-pressed=true] .rail-words > bdi'),
    ...chosen,
  ]
  return {
    text: field?.value ?? '',
    caret: field?.selectionStart ?? -1,
    beside: beside.join('\n'),
    notes: Number(document.querySelector('.feed-row')?.getAttribute('aria-setsize') ?? 0),
  }
}

/** Processes that a process started, and those that these started. */
function descendantsOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/u).map(Number))
  const under = (parent: number): readonly number[] =>
    pairs.flatMap(([child = 0, of]) => (of === parent ? [child, ...under(child)] : []))
  return under(pid)
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has gone with the one that started it.
  }
}
