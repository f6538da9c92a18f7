import type { Page } from '@playwright/test'

/**
 * The time that a person would take, by the keystroke-level model of Card, Moran and Newell (1983): 0.28 s for each key
 * pressed, those held down with it included (an average typist, not a secretary), and 1.35 s to make up their mind before
 * each act. What is shown is read before, at 200 words a minute, as a text that one checks.
 */
const KEY_SECONDS = 0.28
const DECISION_SECONDS = 1.35
const WORDS_PER_MINUTE = 200

export interface HumanTime {
  /** Does something with one combination of keys, once it is decided. */
  readonly act: (keys: string) => Promise<void>
  /** Types words and the key that ends them, decided as one thing. */
  readonly type: (words: string, end: string) => Promise<void>
  readonly read: (words: string) => void
  readonly told: () => {
    readonly keys: number
    readonly decisions: number
    readonly words: number
    readonly minutes: number
  }
}

/** Counts what is done on a page from now on; keys are those that the page itself hears. */
export async function humanTime(page: Page): Promise<HumanTime> {
  let keys = 0
  let [decisions, words] = [0, 0]
  await page.exposeFunction('keyHeard', () => {
    keys += 1
  })
  await page.evaluate(() =>
    window.addEventListener('keydown', () => (window as unknown as { keyHeard: () => void }).keyHeard(), true),
  )
  const act = async (combination: string) => {
    decisions += 1
    await page.keyboard.press(combination)
  }
  return {
    act,
    type: async (typed, end) => {
      await page.keyboard.type(typed)
      await act(end)
    },
    read: (shown) => {
      words += shown.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length
    },
    told: () => ({
      keys,
      decisions,
      words,
      minutes: (keys * KEY_SECONDS + decisions * DECISION_SECONDS) / 60 + words / WORDS_PER_MINUTE,
    }),
  }
}
