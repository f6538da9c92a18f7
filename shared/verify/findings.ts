import { CHECKS, FAULTS, type Check, type CheckName, type CheckState, type Fault, type Place } from './verification.ts'

/** Places told one by one; the count tells all of them. */
const PLACES_TOLD = 100

interface Found {
  examined: number
  count: number
  state: CheckState
  readonly places: Place[]
}

/** Gathers what a verification finds, check by check. A check that nothing was said of was not made. */
export class Findings {
  readonly #found = new Map<CheckName, Found>()

  /** Says that a check was made, and of how many things. */
  examined(check: CheckName, count = 1): void {
    this.#of(check).examined += count
  }

  /** `count`: times that it is found at this place; a file of someone else may make it any number. */
  fault(check: CheckName, fault: Fault, file: string, line: number | null = null, count = 1): void {
    const found = this.#of(check)
    const state = FAULTS[fault]
    found.count += count
    found.state = found.state === 'damage' ? 'damage' : state
    const told = Math.min(count, PLACES_TOLD - found.places.length)
    for (let time = 0; time < told; time += 1) found.places.push({ file, line, fault })
  }

  get checks(): readonly Check[] {
    return CHECKS.flatMap((check) => {
      const found = this.#found.get(check)
      return found === undefined ? [] : [{ check, ...found }]
    })
  }

  #of(check: CheckName): Found {
    const known = this.#found.get(check)
    if (known !== undefined) return known
    const made: Found = { examined: 0, count: 0, state: 'good', places: [] }
    this.#found.set(check, made)
    return made
  }
}
