/**
 * Replaces a part of what is in the field as if the person had typed it, so that the field's own undo takes it back:
 * setting its value would empty that history, and no other way exists.
 */
export function typeOver(field: HTMLTextAreaElement, start: number, end: number, text: string): void {
  field.focus()
  field.setSelectionRange(start, end)
  if (text === '' && start === end) return
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
}

/** The one part in which two texts differ. */
export function differenceOf(before: string, after: string) {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let same = 0
  const most = Math.min(before.length, after.length) - start
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1
  return { start, end: before.length - same, text: after.slice(start, after.length - same) }
}
