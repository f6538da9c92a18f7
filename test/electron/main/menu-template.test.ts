import type { MenuItemConstructorOptions as Item } from 'electron'
import { describe, expect, it } from 'vitest'
import { MENU_COMMANDS } from '#shared/contract/menu-command.ts'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { menuTemplate } from '../../../electron/main/menu-template.ts'

const PLATFORMS = ['darwin', 'linux', 'win32'] as const

const itemsOf = (menu: readonly Item[]): readonly Item[] =>
  menu.flatMap((item) => [item, ...itemsOf((item.submenu ?? []) as Item[])])

const menus = PLATFORMS.flatMap((platform) =>
  LANGUAGES.map((language) => menuTemplate(createTranslator(language), () => {}, platform)),
)

describe('the menu', () => {
  it('offers every command, on every system', () => {
    for (const menu of menus) {
      const offered = new Set(itemsOf(menu).flatMap(({ id }) => (id === undefined ? [] : [id])))
      expect([...offered].sort()).toEqual([...MENU_COMMANDS].sort())
    }
  })

  it('tells which command was chosen', () => {
    const chosen: string[] = []
    const menu = menuTemplate(createTranslator('fr'), (command) => chosen.push(command), 'linux')
    const item = itemsOf(menu).find(({ id }) => id === 'go.merge')
    item?.click?.(undefined as never, undefined, undefined as never)
    expect(chosen).toEqual(['go.merge'])
  })

  it('uses no key that moves with the keyboard, nor the one that types @ and #', () => {
    const accelerators = menus.flatMap(itemsOf).flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
    const keys = accelerators.map((accelerator) => accelerator.split('+'))
    expect(keys.filter((parts) => parts.some((key) => ['', '?', '/', 'Plus'].includes(key)))).toEqual([])
    expect(keys.filter((parts) => parts.some((key) => /^(Alt|AltGr|Option)$/.test(key)))).toEqual([])
  })

  it('gives no two items of a menu the same access key, and no two items the same accelerator', () => {
    for (const menu of menus) {
      for (const { submenu } of menu) {
        const labels = ((submenu ?? []) as Item[]).filter(({ visible }) => visible !== false).map(({ label }) => label)
        const access = labels.flatMap((label) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? [])
        expect(new Set(access).size, labels.join()).toBe(access.length)
      }
      const accelerators = itemsOf(menu).flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
      expect(new Set(accelerators).size).toBe(accelerators.length)
    }
  })

  it('says every item in words', () => {
    const named = menus.flatMap(itemsOf).filter(({ type }) => type !== 'separator')
    expect(named.filter(({ label }) => !label || label.includes('menu:'))).toEqual([])
  })
})
