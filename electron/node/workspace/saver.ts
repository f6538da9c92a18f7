import type { NotSaved } from '#shared/contract/contract.ts'
import type { Clock } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { ConsultationStore } from '../store/consultation-store.ts'
import type { Entry, EntryOf } from '../store/entry.ts'
import { isWriting, pointBefore } from './points.ts'

/** Saves entries, and before them the states to come back to. */
export class Saver {
  readonly #store: ConsultationStore
  readonly #clock: Clock
  #savedAt: number
  /** The day of the last point or, before any, of the last writing here. */
  #day: string
  /** Nothing was written since the last point. */
  #isPointed = false

  /** `lastWriting`: milliseconds since 1970, 0 when nothing was written here yet. */
  constructor(store: ConsultationStore, clock: Clock, lastWriting: number) {
    this.#store = store
    this.#clock = clock
    this.#savedAt = clock()
    this.#day = dayOf(lastWriting)
  }

  get savedAt(): number {
    return this.#savedAt
  }

  async save(entry: Entry): Promise<Result<null, NotSaved>> {
    const isFirst = this.#store.place.count === 0
    const point = isFirst ? null : pointBefore(entry, dayOf(this.#clock()) !== this.#day)
    if (point !== null && !this.#isPointed) {
      const pointed = await this.point(point)
      if (!pointed.ok) return pointed
    }
    const saved = await this.#append(entry)
    if (saved.ok && isWriting(entry)) this.#isPointed = false
    return saved
  }

  /** Keeps the present state to come back to: one line in the journal. */
  async point(point: Pick<EntryOf<'point'>, 'reason' | 'label'>): Promise<Result<null, NotSaved>> {
    const at = this.#clock()
    const saved = await this.#append({ type: 'point', at, ...point })
    if (!saved.ok) return saved
    this.#day = dayOf(at)
    this.#isPointed = true
    return saved
  }

  async #append(entry: Entry): Promise<Result<null, NotSaved>> {
    try {
      await this.#store.append(entry)
      this.#savedAt = this.#clock()
      return ok(null)
    } catch (error) {
      return fail({ type: 'NotSaved', code: codeOf(error) })
    }
  }
}

/** The day of a moment where the person is. */
const dayOf = (ms: number): string => new Date(ms).toDateString()
