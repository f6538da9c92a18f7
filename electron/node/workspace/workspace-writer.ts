import type { Author, Position } from '#shared/edit/author.ts'
import { undoStepOf, type UndoStep } from '#shared/edit/undo.ts'
import { type Batch } from '#shared/edit/write-batch.ts'
import { readingMs } from '#shared/kit/hybrid-clock.ts'
import { ok, type Result } from '#shared/kit/result.ts'
import { type Change } from '#shared/model/change.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import type { Edited, History } from '#shared/contract/replies.ts'
import type { NotSaved } from '#shared/contract/contract.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { ConsultationStore } from '../store/consultation-store.ts'
import type { Entry, EntryOf } from '../store/entry.ts'
import { stateOf, takeOwn, type StoreState } from '../store/store-state.ts'
import { Saver } from './saver.ts'
import { readAgain, refresh } from './shown-records.ts'
import { Steps, type Turn } from './steps.ts'

const START: Position = { counter: 0, reading: '' }

/** What a writing that is no command needs. */
export interface Hand {
  readonly author: Author
  readonly position: Position
  readonly clock: Clock
  save(entry: Entry): Promise<Result<null, NotSaved>>
  /** The state with what was saved, everything read again; what was done before is taken back no more when it `forgets`. */
  take(state: StoreState, position: Position, forgets?: boolean): Edited
}

/**
 * What holds the pen of an open consultation: its records in memory, changed only after the disk has the writing. Writings
 * run one at a time, so that each sees what the former one left.
 */
export class WorkspaceWriter {
  readonly store: ConsultationStore
  protected readonly clock: Clock
  protected readonly saver: Saver
  protected readonly steps = new Steps()
  protected readonly author: Author
  protected shown: Map<string, AnyRecord>
  protected position: Position
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: ConsultationStore, ports: { clock: Clock; digest: Digest; randomBytes: RandomBytes }) {
    this.store = store
    this.clock = ports.clock
    this.author = {
      consultation: store.consultation,
      stream: store.identity.stream,
      by: store.identity.by,
      digest: ports.digest,
      random: ports.randomBytes,
      clock: ports.clock,
    }
    this.shown = store.records
    this.position = store.state.positions.get(store.identity.stream) ?? START
    this.saver = new Saver(store, ports.clock, this.position === START ? 0 : readingMs(this.position.reading))
  }

  get records(): Records {
    return this.shown
  }

  get history(): History {
    return this.steps.history
  }

  get savedAt(): number {
    return this.saver.savedAt
  }

  /** Lends the hand to what is no command: nothing else is written meanwhile. */
  alone<T>(work: (hand: Hand) => Promise<T>): Promise<T> {
    return this.inTurn(() =>
      work({
        author: this.author,
        position: this.position,
        clock: this.clock,
        save: (entry) => this.saver.save(entry),
        take: (state, position, forgets = true) => {
          this.store.state = state
          this.position = position
          if (forgets) this.steps.forget()
          return this.edited(this.readAgain())
        },
      }),
    )
  }

  protected inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => {})
    return next
  }

  protected readAgain(): Change {
    const { records, change } = readAgain(this.shown, this.store.state.fold)
    this.shown = records
    return change
  }

  /** Withdraws and restores contributions and writes a batch on what then stands, as one entry; none when nothing changes. */
  protected async turn<Failure>(
    label: string,
    first: readonly EntryOf<'point'>[],
    turns: readonly Turn[],
    write: (fold: FoldState) => Result<Batch, Failure>,
  ): Promise<Result<{ change: Change; step: UndoStep }, Failure | NotSaved>> {
    const isTurned = turns.length > 0
    const state = isTurned ? stateOf([...(await this.store.history()), ...turns]) : this.store.state
    const batch = write(state.fold)
    if (!batch.ok) return batch
    const operations = [...batch.value.operations]
    const step = undoStepOf(state.fold, operations, label)
    if (!isTurned && operations.length === 0) return ok({ change: {}, step })
    const written = { type: 'batch' as const, label, operations }
    const entries = [...first, ...turns, ...(operations.length === 0 ? [] : [written])]
    const saved = await this.saver.save(
      entries.length === 1 ? (entries[0] ?? written) : { type: 'together', label, entries },
    )
    if (!saved.ok) return saved
    const taken = takeOwn(state, operations)
    this.store.state = state
    this.position = batch.value.position
    return ok({ change: isTurned ? this.readAgain() : refresh(this.shown, state.fold, taken), step })
  }

  protected edited(change: Change): Edited {
    return { change, history: this.history, savedAt: this.savedAt }
  }
}
