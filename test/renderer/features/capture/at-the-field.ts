import type { Page } from '@playwright/test'

type Pressed = Partial<Omit<KeyboardEventInit, 'view'>>

/** Presses a key in the field as another keyboard would, and says whether the program took it. */
export const press = (page: Page, event: Pressed): Promise<boolean> =>
  page.locator('.composer-field').evaluate((field, init) => {
    const pressed = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })
    field.dispatchEvent(pressed)
    return pressed.defaultPrevented
  }, event)

export const field = (page: Page) => page.locator('.composer-field')
export const chips = (page: Page) => page.locator('.chips-line').innerText()

/** The last note that was taken, as it was written. */
export const lastNote = (page: Page) =>
  page.evaluate(async () => {
    const read = (await window.rapporteur.send('workspace.read', {})) as {
      value: { records: { kind: string; f: Record<string, unknown> }[] }
    }
    const notes = read.value.records.filter(({ kind, f }) => kind === 'note' && f['committed'] !== undefined)
    const last = notes.toSorted((a, b) => Number(a.f['committed']) - Number(b.f['committed'])).at(-1)
    const voice = read.value.records.find((record) => 'id' in record && record.id === last?.f['voice'])
    return { ...last?.f, voice: voice?.f['person'] ?? null, speaksFor: voice?.f['speaksFor'] }
  })
