import type { Goal } from './goal.ts'
import { powerCuts } from './power-cuts.ts'

/** A million power cuts in the model of `disks/power-cut.ts`: no unreadable store, nothing acknowledged lost. */
export const goal: Goal = (cases, seed) => powerCuts(cases, seed)
