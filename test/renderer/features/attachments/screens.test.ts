import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
let harness: Harness

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

const shoot = (page: Page, name: string) => page.screenshot({ path: resolve(SHOTS, `attachments-${name}.png`) })
const field = (page: Page) => page.locator('.composer-field')

/** A photograph of a flip chart, larger than is kept, drawn by the page and pasted as files of a clipboard are. */
async function paste(page: Page, name = 'IMG_0001.jpg', type = 'image/jpeg'): Promise<void> {
  await page.evaluate(
    async ([fileName, media]) => {
      const canvas = new OffscreenCanvas(3_200, 1_800)
      const context = canvas.getContext('2d')
      if (context === null) return
      context.fillStyle = '#f4ecd8'
      context.fillRect(0, 0, 3_200, 1_800)
      context.fillStyle = '#204060'
      context.font = '240px sans-serif'
      context.fillText('1. Eau  2. Logement', 200, 700)
      context.fillText('3. Marchés', 200, 1_200)
      const isDrawn = media.startsWith('image/') && !media.endsWith('heic')
      const blob = isDrawn ? await canvas.convertToBlob({ type: media }) : new Blob(['%PDF-1.7 '.repeat(9_000)])
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([blob], fileName, { type: media }))
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.composer-field')?.dispatchEvent(event)
    },
    [name, type] as const,
  )
}

/** Written while the picture is made ready: it hangs on the note that follows. */
async function photographed(look: Look) {
  const opened = await harness.open('view=capture', look)
  const { page } = opened
  await paste(page)
  await paste(page, 'ordre du jour.pdf', 'application/pdf')
  await field(page).fill('Les trois priorités du groupe')
  await expect.poll(() => page.locator('.composer .chip', { hasText: /IMG_0001|ordre du jour/ }).count()).toBe(2)
  return opened
}

const thumbnail = (page: Page) => page.locator('.feed .attachment-thumbnail')

describe('a picture and a document on a note', () => {
  it.each(['light', 'dark', 'rtl', 'zoom-200'] as const)(
    'wait in the composer, hang on the note and open large in %s',
    async (look) => {
      const { page, complaints } = await photographed(look)
      expect(await violationsIn(page)).toEqual([])
      await shoot(page, `waiting.${look}`)
      await field(page).press('Enter')
      await expect.poll(() => page.locator('.feed .attachment-document').count()).toBe(1)
      await expect.poll(() => thumbnail(page).locator('img').count()).toBe(1)
      expect(await violationsIn(page)).toEqual([])
      await shoot(page, `feed.${look}`)
      await thumbnail(page).focus()
      await page.keyboard.press('Enter')
      const large = page.locator('.attachment-large')
      await large.waitFor()
      expect(await large.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
        2_400, 1_350,
      ])
      expect(await violationsIn(page)).toEqual([])
      await shoot(page, `dialog.${look}`)
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  it('is described by the keyboard, keeps what was typed however it is left, and comes off and back', async () => {
    const { page } = await photographed('light')
    await field(page).press('Enter')
    await thumbnail(page).waitFor()
    await thumbnail(page).press('Enter')
    await page.getByRole('textbox', { name: 'Description' }).fill('Trois priorités au feutre')
    await page.keyboard.press('Escape')
    await expect.poll(() => thumbnail(page).getAttribute('aria-label')).toBe('Trois priorités au feutre')
    await page.locator('.attachment-large').waitFor({ state: 'detached' })
    await thumbnail(page).press('Enter')
    await page.getByRole('button', { name: 'Retirer de la note' }).press('Enter')
    await expect.poll(() => thumbnail(page).count()).toBe(0)
    await page.close()
  })

  it('is refused with words when it is a HEIC photograph', async () => {
    const { page } = await harness.open('view=capture')
    await paste(page, 'IMG_0002.HEIC', 'image/heic')
    await page.getByText('Cette photo est au format HEIC').waitFor()
    await shoot(page, 'heic.light')
    await page.close()
  })
})
