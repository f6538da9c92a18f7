/** ln k!, grown as needed: only a memory of what is always the same. */
const logFactorials = [0]

function logFactorial(k: number): number {
  for (let i = logFactorials.length; i <= k; i += 1) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i))
  return logFactorials[k] ?? 0
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** Fisher's exact one-sided test: how probable at least `x` of `n` here would be, if here and the rest were alike. */
export function fisher(x: number, n: number, restX: number, restN: number): number {
  const raising = x + restX
  const all = logChoose(n + restN, raising)
  let probability = 0
  for (let k = Math.max(x, raising - restN); k <= Math.min(raising, n); k += 1)
    probability += Math.exp(logChoose(n, k) + logChoose(restN, raising - k) - all)
  return Math.min(1, probability)
}
