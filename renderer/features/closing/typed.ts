/** Where letters are typed: nothing may change under them. A list that is opened with a key is not. */
export const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, input:not([aria-haspopup], [type=radio], [type=checkbox])')
