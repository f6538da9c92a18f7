import { describe, expect, it } from 'vitest'
import { catalogues } from '../../../shared/i18n/catalogues.ts'
import { KEY_SCOPES, keysOf } from '../../../renderer/app/keymap.ts'

/** In the empty field of the capture screen, the menu's undo takes back the last Enter: the note comes back. */
const TWO_SENSES = new Set(['recallLast'])

const everywhere = [...keysOf('menu'), ...keysOf('global')]

/** A combination that stands for nine, said nine times. */
const spread = (keys: string) =>
  keys.includes('(Digit[1-9])')
    ? Array.from({ length: 9 }, (_, index) => keys.replace('(Digit[1-9])', `Digit${index + 1}`))
    : [keys]

const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index)

describe('the table of keys', () => {
  it.each(KEY_SCOPES)('never asks for Control with Alt in %s: that is AltGr', (scope) => {
    expect(keysOf(scope).filter(([, keys]) => keys.includes('Control') && keys.includes('Alt'))).toEqual([])
  })

  it.each(KEY_SCOPES.filter((scope) => scope !== 'menu' && scope !== 'global'))(
    'gives no key two meanings in %s',
    (scope) => {
      expect(
        twice(
          [...everywhere, ...keysOf(scope).filter(([id]) => !TWO_SENSES.has(id))].flatMap(([, keys]) => spread(keys)),
        ),
      ).toEqual([])
    },
  )

  it.each(KEY_SCOPES)('has a word for every key of %s, and no word without a key', (scope) => {
    const ids = keysOf(scope).map(([id]) => id)
    expect(Object.keys(catalogues.fr.shell.keys[scope]).sort()).toEqual(ids.sort())
  })

  it('uses no character that asks for AltGr or Shift on some keyboards', () => {
    const keys = KEY_SCOPES.filter((scope) => scope !== 'menu').flatMap((scope) => keysOf(scope))
    expect(keys.filter(([, combination]) => /[@#/?{}|\\~]/.test(combination))).toEqual([])
  })
})
