import type { Values } from '../../operation/operation.ts'
import type { StartingRecord } from '../../process/template-records.ts'

/** Records as they are made, each once; what is not said is left out. */
export class MadeRecords {
  readonly #made = new Map<string, StartingRecord>()

  all(): readonly StartingRecord[] {
    return [...this.#made.values()]
  }

  give(kind: string, id: string, set: Values): string {
    if (!this.#made.has(id)) {
      const given = Object.entries(set).filter(([, value]) => value !== null)
      this.#made.set(id, { id, kind, set: Object.fromEntries(given) })
    }
    return id
  }
}
