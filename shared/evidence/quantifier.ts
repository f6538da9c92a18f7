/** Keys of the fixed scale of words tied to counts; `bare` prints the count alone. */
export const QUANTIFIERS = ['one', 'few', 'several', 'bare', 'majority', 'most', 'all'] as const
export type Quantifier = (typeof QUANTIFIERS)[number]

/** The word for `x` voices among `n`, compared in integers so that no share falls between two words. */
export function quantifier(x: number, n: number): Quantifier {
  if (x === 0) return 'bare'
  if (x === 1) return 'one'
  if (x === 2 || 4 * x < n) return 'few'
  if (2 * x < n) return 'several'
  if (n < 5) return 'bare'
  if (4 * x < 3 * n) return 'majority'
  return x < n ? 'most' : 'all'
}
