/**
 * A number below `total` for each seed, far from that of the next seed, and another one for each of as many seeds in a row
 * as there are numbers: few cases are spread over all of them, and enough cases are all of them.
 */
export function spread(seed: number, total: number): number {
  const step = BigInt(coprime(Math.floor(total * 0.618), total))
  return Number((BigInt(seed) * step) % BigInt(total))
}

function coprime(from: number, total: number): number {
  let step = Math.max(1, from)
  while (commonDivisor(step, total) !== 1) step += 1
  return step
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
