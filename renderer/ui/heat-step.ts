export interface HeatValue {
  count: number
  /** Too few people to conclude: the number is printed with an asterisk. */
  low?: boolean
}

export const HEAT_STEPS = 6

/** Which step of the ramp a count falls on, the greatest count of the table being the last step; zero is the first. */
export const heatStep = (count: number, greatest: number): number =>
  greatest <= 0 ? 0 : Math.min(HEAT_STEPS - 1, Math.round((count / greatest) * (HEAT_STEPS - 1)))
