/** What a goal says when it has run: `lost` counts acknowledged things that are not there any more. */
export interface GoalResult {
  readonly cases: number
  readonly failed: number
  readonly lost: number
  /** What a reader of the figures should know, in a few words. */
  readonly note?: string
}

/** Runs so many cases; case `i` depends on `seed + i` alone, so that a failing one is run again on its own. */
export type Goal = (cases: number, seed: number) => Promise<GoalResult>

/** Collects what went wrong, and says the first cases of it with the command that runs each again. */
export class Tally {
  readonly #goal: string
  readonly #most: number
  readonly #again: number
  #failed = new Set<number>()
  #lost = 0

  /** `most`: how many cases are said; `again`: how many cases one seed makes, where it makes several. */
  constructor(goal: string, most = 10, again = 1) {
    this.#goal = goal
    this.#most = most
    this.#again = again
  }

  /** A case that does not hold. `lost`: how many acknowledged things it has lost. */
  failed(seed: number, why: string, lost = 0): void {
    this.#failed.add(seed)
    this.#lost += lost
    if (this.#failed.size > this.#most) return
    console.error(
      `${this.#goal}: ${why}\n  again: npm run --silent goal -- ${this.#goal} --seed ${seed} --cases ${this.#again}`,
    )
  }

  result(cases: number, note?: string): GoalResult {
    const told = { cases, failed: this.#failed.size, lost: this.#lost }
    return note === undefined ? told : { ...told, note }
  }
}
