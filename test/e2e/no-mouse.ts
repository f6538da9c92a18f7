import type { Page } from '@playwright/test'

const ON_PAGE = ['click', 'dblclick', 'hover', 'tap', 'check', 'uncheck', 'setChecked', 'dragAndDrop'] as const
const ON_LOCATOR = ['click', 'dblclick', 'hover', 'tap', 'check', 'uncheck', 'setChecked', 'dragTo'] as const
const ON_MOUSE = ['click', 'dblclick', 'down', 'up', 'move', 'wheel'] as const

const refuse = (name: string) => () => {
  throw new Error(`${name}: this test promises to use no mouse`)
}

const withoutMouse = new WeakSet<Page>()

/** From now on, any use of a pointer on this page throws: what follows is done by keyboard alone. */
export function noMouse(page: Page): void {
  for (const name of ON_PAGE) Object.assign(page, { [name]: refuse(`page.${name}`) })
  for (const name of ON_MOUSE) Object.assign(page.mouse, { [name]: refuse(`page.mouse.${name}`) })
  Object.assign(page.touchscreen, { tap: refuse('page.touchscreen.tap') })
  if (withoutMouse.has(page)) return
  withoutMouse.add(page)
  guardLocators(Object.getPrototypeOf(page.locator('body')))
}

const guarded = new WeakSet<object>()

/** Locators share their methods, whatever page they belong to: only those of a promised page refuse. */
function guardLocators(prototype: Record<string, (...args: unknown[]) => unknown>): void {
  if (guarded.has(prototype)) return
  guarded.add(prototype)
  for (const name of ON_LOCATOR) {
    const original = prototype[name]
    prototype[name] = function (this: { page(): Page }, ...args: unknown[]) {
      return withoutMouse.has(this.page()) ? refuse(`locator.${name}`)() : original?.apply(this, args)
    }
  }
}
