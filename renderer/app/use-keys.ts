import { type RefObject, useEffect, useEffectEvent } from 'react'
import { type KeyBindingMap, tinykeys } from 'tinykeys'
import { bindingsFor, type KeyHandler } from './key-bindings.ts'
import { type KeyId, type KeyScope, keysOf } from './keymap.ts'

export type KeyHandlers<S extends KeyScope> = Partial<Record<KeyId<S>, KeyHandler>>

/**
 * Answers keys of the table while the component is shown: everywhere in the window, or only inside `within`, as plain
 * letters must be. A key that is handled does nothing else.
 */
export function useKeys<S extends KeyScope>(
  scope: S,
  handlers: KeyHandlers<S>,
  within?: RefObject<HTMLElement | null>,
) {
  const handle = useEffectEvent((id: string, event: KeyboardEvent) =>
    (handlers as Readonly<Record<string, KeyHandler | undefined>>)[id]?.(event),
  )
  const handled = Object.keys(handlers).join(' ')
  useEffect(() => {
    const ids = new Set(handled.split(' '))
    const bindings: KeyBindingMap = {}
    for (const [id, keys] of keysOf(scope))
      if (ids.has(id))
        Object.assign(
          bindings,
          bindingsFor(keys, (event) => handle(id, event)),
        )
    return tinykeys(within?.current ?? window, bindings)
  }, [scope, handled, within])
}

/** Which digit, 1 to 9, was pressed for a combination that stands for nine. */
export const digitOf = (event: KeyboardEvent): number => Number(event.code.replace('Digit', ''))
