/** Brings a part of the preview under the eyes and the focus there, so that reading goes on from it. */
export function jumpTo(id: string): void {
  const part = document.getElementById(id)
  part?.scrollIntoView({ block: 'start' })
  part?.focus({ preventScroll: true })
}
