import { digestOfEntry } from '#shared/exchange/bundle-files.ts'
import type { Findings } from '#shared/verify/findings.ts'
import { entryNames } from '../exchange/zip.ts'

/** What the container itself is called in a report. */
export const CONTAINER = '.rapx'

/** Entries that nobody expects, or twice. The name of a stranger is not told: anyone could have written anything in it. */
export function checkNames(bytes: Uint8Array, known: readonly string[], findings: Findings): void {
  const names = entryNames(bytes)
  for (const [index, name] of names.entries()) {
    if (!known.includes(name) && digestOfEntry(name) === null)
      findings.fault('container', 'unknown-entry', CONTAINER, index + 1)
    else if (names.indexOf(name) < index) findings.fault('container', 'repeated', CONTAINER, index + 1)
  }
}
