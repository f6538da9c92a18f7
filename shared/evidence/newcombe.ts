import { type Interval, wilson } from './wilson.ts'

export interface Difference extends Interval {
  readonly difference: number
}

/** Difference of the shares `x / n` and `restX / restN` with Newcombe's 90 % interval (both n ≥ 1), from −1 to 1. */
export function newcombe(x: number, n: number, restX: number, restN: number): Difference {
  const here = wilson(x, n)
  const elsewhere = wilson(restX, restN)
  const share = x / n
  const restShare = restX / restN
  const difference = share - restShare
  return {
    difference,
    low: difference - Math.hypot(share - here.low, elsewhere.high - restShare),
    high: difference + Math.hypot(here.high - share, restShare - elsewhere.low),
  }
}
