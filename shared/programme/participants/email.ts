/** An address as it is compared, or `null` for what is none. Only its shape is looked at: nothing is ever sent. */
export function emailOf(written: string): string | null {
  const address = written
    .trim()
    .replace(/^mailto:/i, '')
    .normalize('NFC')
    .toLowerCase()
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/u.test(address) ? address : null
}
