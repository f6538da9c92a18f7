const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

const isShown = (element: HTMLElement) => element.checkVisibility()

const reach = (pane: HTMLElement) => {
  const first = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => element.tabIndex >= 0 && isShown(element),
  )
  ;(first ?? pane).focus()
}

/** Moves the focus to the next (1) or previous (-1) part of the window marked `data-pane`, going round. */
export function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown)
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  const from = current === -1 && step === -1 ? 0 : current
  const next = panes[(from + step + panes.length) % panes.length]
  if (next) reach(next)
}
