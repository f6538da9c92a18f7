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

  fault(check: CheckName, fault: Fault, file: string, line: number | null = null): void {
    const found = this.#of(check)
    const state = FAULTS[fault]
    found.count += 1
    found.state = found.state === 'damage' ? 'damage' : state
    if (found.places.length < PLACES_TOLD) found.places.push({ file, line, fault })
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
