import type { KeyBindingMap } from 'tinykeys'

export type KeyHandler = (event: KeyboardEvent) => void

const LAST = /(?:^|\b\+)([^+]+|\+)$/
const isLetter = (key: string) => /^[A-Z]$/i.test(key)

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))

/** Whether the person is writing a character, and not giving an order. */
const isWriting = (event: KeyboardEvent, keys: string) =>
  event.isComposing ||
  event.getModifierState('AltGraph') ||
  (!/Control|Alt|F\d/.test(keys) && event.key.length === 1 && takesText(event.target))

const guarded =
  (keys: string, handle: KeyHandler): KeyHandler =>
  (event) => {
    if (event.defaultPrevented || isWriting(event, keys)) return
    event.preventDefault()
    handle(event)
  }

/** What tinykeys must listen to for one combination of the table; a letter also answers by its place. */
export function bindingsFor(keys: string, handler: KeyHandler): KeyBindingMap {
  const handle = guarded(keys, handler)
  const last = LAST.exec(keys)?.[1] ?? ''
  if (!isLetter(last)) return { [keys]: handle }
  const byPlace = `${keys.slice(0, -1)}Key${last.toUpperCase()}`
  return { [keys]: handle, [byPlace]: (event) => isLetter(event.key) || handle(event) }
}
