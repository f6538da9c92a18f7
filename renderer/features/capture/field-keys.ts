import type { KeyboardEvent } from 'react'
import { hasOrders, letterOfKey } from './letter-of-key.ts'
import type { Option } from './suggest.ts'
import type { Suggesting } from './use-suggestions.ts'

export type FieldKey = KeyboardEvent<HTMLTextAreaElement>

export const isPlain = (event: FieldKey) => !hasOrders(event) && !event.shiftKey

/** The option that a key takes from an open list: the active one, or by its letter in a list that was opened by hand. */
export function optionAt(event: FieldKey, { options, token }: Suggesting, active: number): Option | undefined {
  if (event.key === 'Tab' && isPlain(event)) return options[Math.max(active, 0)]
  if (event.key === 'Enter' && isPlain(event)) return options[active]
  if (token !== null || hasOrders(event)) return undefined
  const pressed = letterOfKey(event)
  return pressed === null ? undefined : options.find(({ letter }) => letter === pressed)
}

/** Where an arrow goes in a list; up means nothing before one has gone down into it. */
export function stepFrom(active: number, event: FieldKey, count: number): number | null {
  if (!isPlain(event)) return null
  if (event.key === 'ArrowDown') return (active + 1) % count
  return event.key === 'ArrowUp' && active >= 0 ? (active + count - 1) % count : null
}

export const undoes = (event: FieldKey) =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letterOfKey(event) === 'z'
