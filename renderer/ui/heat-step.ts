export interface HeatValue {
  count: number
  /** Too few people to conclude: the number is printed with an asterisk. */
  low?: boolean
}

export const HEAT_STEPS = 6

/** Which step of the ramp a value falls on: the first for what does not conclude, the last for the greatest count. */
export const heatStep = ({ count, low }: HeatValue, greatest: number): number =>
  low || count <= 0 ? 0 : Math.max(1, Math.round((count / greatest) * (HEAT_STEPS - 1)))
