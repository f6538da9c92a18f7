import type { Page } from '@playwright/test'

export type Step = (page: Page) => Promise<unknown>

export const press =
  (...keys: readonly string[]): Step =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key)
  }

/** The rows of the feed. */
export const rows = (page: Page) => page.locator('.feed article')
export const row = (page: Page, text: string) => rows(page).filter({ hasText: text })

/** Takes a note, and waits for its row. */
export async function note(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await row(page, text).waitFor()
}
