import type { Found } from '#shared/contract/opening.ts'

/** What was told of an opening is not told again when the page alone is loaded anew. */
const keyOf = (consultation: string): string => `found ${consultation}`

export const wasTold = (consultation: string, found: readonly Found[]): boolean =>
  found.length === 0 || sessionStorage.getItem(keyOf(consultation)) === JSON.stringify(found)

export const markTold = (consultation: string, found: readonly Found[]): void =>
  sessionStorage.setItem(keyOf(consultation), JSON.stringify(found))
