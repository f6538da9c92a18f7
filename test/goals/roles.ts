import type { ReadOnly } from '#shared/contract/opening.ts'

/** One may write, and the other knows that it may not, and why. */
export function roles(told: readonly (ReadOnly['type'] | null)[]): string | null {
  if (told.length !== 2) return `${told.length} of 2 programs open the store`
  const reading = told.filter((one) => one !== null)
  if (reading.length !== 1) return `${2 - reading.length} programs may write`
  return reading[0] === 'OpenElsewhere' ? null : `the second program is told ${reading[0]}`
}
