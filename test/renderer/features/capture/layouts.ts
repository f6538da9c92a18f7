/** What each key of a keyboard prints, alone, with Shift and with AltGr, as the systems' own layouts have it. */
interface Layout {
  readonly digits: readonly [plain: string, shift: string]
  /** What AltGr makes of some digits. */
  readonly altGr: Readonly<Record<number, string>>
  /** Rows of letters, by their place from Q, from A and from Z. */
  readonly rows: readonly [string, string, string]
}

const QWERTY = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

export const LAYOUTS = {
  azerty: {
    digits: ['&é"\'(-è_çà', '1234567890'],
    altGr: { 1: '¹', 2: '~', 3: '#', 4: '{', 5: '[', 6: '|', 7: '`', 8: '\\', 9: '^', 0: '@' },
    rows: ['azertyuiop', 'qsdfghjkl', 'wxcvbn,'],
  },
  qwerty: { digits: ['1234567890', '!@#$%^&*()'], altGr: {}, rows: QWERTY },
  spanish: { digits: ['1234567890', '!"·$%&/()='], altGr: { 1: '|', 2: '@', 3: '#', 4: '~' }, rows: QWERTY },
  russian: { digits: ['1234567890', '!"№;%:?*()'], altGr: { 8: '₽' }, rows: ['йцукенгшщз', 'фывапролд', 'ячсмить'] },
  arabic: { digits: ['1234567890', '!@#$%^&*)('], altGr: {}, rows: ['ضصثقفغعهخح', 'شسيبلاتنم', 'ئءؤرىةو'] },
} as const satisfies Readonly<Record<string, Layout>>
export type LayoutName = keyof typeof LAYOUTS
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as readonly LayoutName[]

const DIGITS = '1234567890'
const EACH_DIGIT = Array.from(DIGITS)

/** Where a letter is pressed: where the keyboard prints it, else where a keyboard with Latin letters would. */
function letterKey(letter: string, { rows }: Layout): { readonly code: string; readonly key: string } {
  for (const [row, places] of QWERTY.entries()) {
    const at = rows[row]?.indexOf(letter) ?? -1
    if (at !== -1) return { code: `Key${places[at]?.toUpperCase()}`, key: letter }
  }
  const row = QWERTY.findIndex((places) => places.includes(letter))
  const at = QWERTY[row]?.indexOf(letter) ?? -1
  return { code: `Key${letter.toUpperCase()}`, key: rows[row]?.[at] ?? letter }
}

/** The event of a key on a layout: what a browser there tells of it. */
export function eventOf(keys: string, name: LayoutName) {
  const layout: Layout = LAYOUTS[name]
  const parts = keys.split('+')
  const last = parts.pop() ?? ''
  const held = { ctrlKey: parts.includes('Control'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift') }
  const digit = /^Digit(\d)$/.exec(last)?.[1]
  if (digit !== undefined)
    return { ...held, code: last, key: layout.digits[held.shiftKey ? 1 : 0][DIGITS.indexOf(digit)] ?? digit }
  if (!/^[a-z]$/i.test(last)) return { ...held, code: last, key: last }
  const { code, key } = letterKey(last.toLowerCase(), layout)
  return { ...held, code, key: held.shiftKey ? key.toUpperCase() : key }
}

/** Every character that a layout types with AltGr on a digit: as Windows tells it, as Linux does, and by Control and Alt. */
export const altGrEvents = (name: LayoutName) =>
  EACH_DIGIT.flatMap((digit) => {
    const layout: Layout = LAYOUTS[name]
    const key = layout.altGr[Number(digit)] ?? layout.digits[0][DIGITS.indexOf(digit)] ?? digit
    const pressed = { code: `Digit${digit}`, key }
    return [
      { ...pressed, ctrlKey: true, altKey: true, modifierAltGraph: true },
      { ...pressed, modifierAltGraph: true },
      { ...pressed, ctrlKey: true, altKey: true },
    ]
  })
