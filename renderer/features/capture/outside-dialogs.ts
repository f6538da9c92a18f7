import type { KeyHandler } from '../../app/key-bindings.ts'

/** A key pressed in a dialog is the dialog's. */
export const outsideDialogs =
  (handler: KeyHandler): KeyHandler =>
  (event) => {
    const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
    if (!inDialog) handler(event)
  }
