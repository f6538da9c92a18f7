import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

/** The state of the work, as the status bar tells it: `saved`, `draft`, `unsaved`… */
export const told = (page: Page): Promise<string | null> => page.locator('.save-state').getAttribute('data-state')

export const composer = (page: Page) => page.locator('.composer-field')

/** Where the caret is in the field, and whether the keys go there. */
export const caret = (page: Page): Promise<number | null> =>
  composer(page).evaluate((field) =>
    field === document.activeElement && field instanceof HTMLTextAreaElement ? field.selectionStart : null,
  )

/** Waits until what is on the screen would come back after a power cut. */
export const draftKept = (page: Page): Promise<void> => expect.poll(() => told(page)).toBe('draft')

/** The only consultation of a data folder. */
export async function onlyConsultation(folder: string): Promise<string> {
  const [consultation, ...others] = await readdir(join(folder, 'consultations'))
  expect(others).toEqual([])
  return consultation ?? ''
}

/** Turns every bit of the middle of a file. */
export async function damage(path: string): Promise<void> {
  const bytes = await readFile(path)
  const middle = Math.floor(bytes.length / 2)
  for (let at = middle; at < Math.min(middle + 64, bytes.length); at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  await writeFile(path, bytes)
}
