/** What of a key event tells which key was pressed. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'>

/**
 * The letter of a key, small: the one that it prints, or the one of its place on keyboards that print no Latin letters;
 * a digit by its place, since some keyboards ask for Shift. `null` for any other key, and with AltGr, which types.
 */
export function letterOfKey({ key, code }: PressedKey): string | null {
  if (/^Digit\d$/.test(code)) return code.slice(-1)
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  return /^\P{Script=Latin}$/u.test(key) && /^Key[A-Z]$/.test(code) ? code.slice(-1).toLowerCase() : null
}

export const hasOrders = (event: PressedKey): boolean =>
  event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph')
