import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Author, Position } from '#shared/edit/author.ts'
import type { Command, EditFailure } from '#shared/edit/command.ts'
import { leavingRules, undoStepOf, writeUndo, type UndoFailure, type UndoStep } from '#shared/edit/undo.ts'
import { writeBatch, type Batch } from '#shared/edit/write-batch.ts'
import { readingMs } from '#shared/kit/hybrid-clock.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { applyChange, type Change } from '#shared/model/change.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import type { Edited, History } from '#shared/contract/replies.ts'
import type { NotSaved } from '#shared/contract/contract.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { ToPutIn } from '../merge/plan-incoming.ts'
import type { ConsultationStore } from '../store/consultation-store.ts'
import type { Entry, EntryOf } from '../store/entry.ts'
import { stateOf, takeOwn, type StoreState } from '../store/store-state.ts'
import type { BackPlan } from '../versions/plan-back.ts'
import { importEntry, putIn } from './put-in.ts'
import { Saver } from './saver.ts'
import { readAgain, refresh, refreshThose } from './shown-records.ts'
import { acceptingStep } from './accepting.ts'
import { importStep, Steps, turnedBack, type Turn } from './steps.ts'
import { writeUnsaved, type Unsaved } from './unsaved.ts'

const START: Position = { counter: 0, reading: '' }
/** The command that goes back to a former state. */
const BACK = 'version.back'

/** What a writing that is no command needs. */
export interface Hand {
  readonly author: Author
  readonly position: Position
  readonly clock: Clock
  save(entry: Entry): Promise<Result<null, NotSaved>>
  /** The state with what was saved, everything read again; what was done before is not taken back any more. */
  take(state: StoreState, position: Position): Edited
}

/**
 * An open consultation: its records in memory, changed only after the disk has the writing. Writings run one at a time, so
 * that each sees what the former one left.
 */
export class OpenWorkspace {
  readonly store: ConsultationStore
  readonly #clock: Clock
  readonly #saver: Saver
  readonly #steps = new Steps()
  readonly #author: Author
  #records: Map<string, AnyRecord>
  #position: Position
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: ConsultationStore, ports: { clock: Clock; digest: Digest; randomBytes: RandomBytes }) {
    this.store = store
    this.#clock = ports.clock
    this.#author = {
      consultation: store.consultation,
      stream: store.identity.stream,
      by: store.identity.by,
      digest: ports.digest,
      random: ports.randomBytes,
      clock: ports.clock,
    }
    this.#records = store.records
    this.#position = store.state.positions.get(store.identity.stream) ?? START
    this.#saver = new Saver(store, ports.clock, this.#position === START ? 0 : readingMs(this.#position.reading))
  }

  get records(): Records {
    return this.#records
  }

  get history(): History {
    return this.#steps.history
  }

  get savedAt(): number {
    return this.#saver.savedAt
  }

  apply(command: Command): Promise<Result<Edited, EditFailure | NotSaved>> {
    return this.#alone(async () => {
      const consultationId = this.store.consultation
      const context = { records: this.#records, consultationId, newId: () => newId(this.#author.random) }
      const writings = applyCommand(context, command)
      if (!writings.ok) return writings
      const batch = writeBatch(this.store.state.fold, writings.value, this.#author, this.#position)
      return this.#write(batch, command.type)
    })
  }

  /** Writes operations made elsewhere (an imported table), as one step. */
  applyBatch(operations: readonly Operation[], label: string): Promise<Result<Edited, NotSaved>> {
    return this.#alone(() => this.#write({ id: label, operations, position: this.#position }, label))
  }

  undo(anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    return this.#alone(() => this.#take('undo', anyway))
  }

  redo(anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    return this.#alone(() => this.#take('redo', anyway))
  }

  /**
   * Puts contributions in as `plan` says, given how far the journal goes. It is asked while writings go on, and once more
   * with writings waiting when there were some.
   */
  async merge<Planned extends { readonly toPutIn: ToPutIn }, Failure>(
    plan: (upTo: number) => Promise<Result<Planned, Failure>>,
  ): Promise<Result<{ edited: Edited; planned: Planned; import: string }, Failure | NotSaved>> {
    const upTo = this.store.place.count
    const early = await plan(upTo)
    if (!early.ok) return early
    return this.#alone(async () => {
      const { count } = this.store.place
      const planned = count === upTo ? early : await plan(count)
      if (!planned.ok) return planned
      const { toPutIn } = planned.value
      const entry = importEntry(newId(this.#author.random), this.#clock(), toPutIn)
      const saved = await this.#saver.save(entry)
      if (!saved.ok) return saved
      this.store.state = await putIn(this.store.state, entry)
      this.#records = new Map(applyChange(this.#records, toPutIn.change))
      this.#steps.remember(importStep(entry.id))
      return ok({ edited: this.#edited(toPutIn.change), planned: planned.value, import: entry.id })
    })
  }

  /** Withdraws or restores an import; everything is read again, since what rests on what may be anywhere. */
  setImport(id: string, type: Turn['type']): Promise<Result<Edited, NotSaved>> {
    return this.#alone(async () => {
      const nothing = { id, operations: [], position: this.#position }
      const done = await this.#turn<never>(`import.${type}`, [], [{ type, import: id }], () => ok(nothing))
      return done.ok ? ok(this.#edited(done.value.change)) : done
    })
  }

  /** Notes that a file left, a key that opens what is locked for it, or a sender that a person knows. */
  note(entry: EntryOf<'sent' | 'key' | 'sender'>): Promise<Result<null, NotSaved>> {
    return this.#alone(async () => {
      const saved = await this.#saver.save(entry)
      const { state } = this.store
      if (!saved.ok) return saved
      this.store.state =
        entry.type === 'sent'
          ? { ...state, sent: [...state.sent, entry] }
          : { ...state, trust: [...state.trust, entry] }
      return saved
    })
  }

  /** The entries of commands that could not be saved, for a copy made elsewhere; nothing here changes. */
  unsavedEntries(commands: readonly Command[]): Unsaved {
    return writeUnsaved({ fold: this.store.state.fold, records: this.#records }, commands, this.#author, this.#position)
  }

  /** Keeps the present state to come back to. */
  keepPoint(reason: 'named' | 'migration', label = ''): Promise<Result<null, NotSaved>> {
    return this.#alone(() => this.#saver.point({ reason, label }))
  }

  /** Goes back as `plan` says, given how far the journal goes: one entry, and one step to take back. */
  goBack<Failure>(
    plan: (upTo: number) => Promise<Result<BackPlan, Failure>>,
  ): Promise<Result<Edited, Failure | NotSaved>> {
    return this.#alone(async () => {
      const planned = await plan(this.store.place.count)
      if (!planned.ok) return planned
      const { at, turns, writings } = planned.value
      const point = { type: 'point' as const, at: this.#clock(), reason: 'back' as const, label: String(at) }
      const done = await this.#turn<never>(BACK, [point], turns, (fold) =>
        ok(writeBatch(fold, writings, this.#author, this.#position)),
      )
      if (!done.ok) return done
      const { change, step } = done.value
      if (turns.length > 0 || step.fields.length > 0)
        this.#steps.remember({ label: BACK, turns, step: leavingRules(step) })
      return ok(this.#edited(change))
    })
  }

  /** Begins an empty store. */
  begin(entry: Entry): Promise<Result<null, NotSaved>> {
    return this.#alone(async () => {
      const saved = await this.#saver.save(entry)
      if (!saved.ok) return saved
      this.store.state = stateOf([entry])
      this.#readAgain()
      return ok(null)
    })
  }

  close(): Promise<void> {
    return this.#alone(() => this.store.close())
  }

  /** Lends the hand to what is no command: nothing else is written meanwhile. */
  alone<T>(work: (hand: Hand) => Promise<T>): Promise<T> {
    return this.#alone(() =>
      work({
        author: this.#author,
        position: this.#position,
        clock: this.#clock,
        save: (entry) => this.#saver.save(entry),
        take: (state, position) => {
          this.store.state = state
          this.#position = position
          this.#steps.forget()
          return this.#edited(this.#readAgain())
        },
      }),
    )
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => {})
    return next
  }

  async #write(batch: Batch, label: string): Promise<Result<Edited, NotSaved>> {
    const done = await this.#turn<never>(label, [], [], () => ok(batch))
    if (!done.ok) return done
    if (batch.operations.length > 0) this.#steps.remember({ label, turns: [], step: done.value.step })
    return ok(this.#edited(done.value.change))
  }

  #readAgain(): Change {
    const { records, change } = readAgain(this.#records, this.store.state.fold)
    this.#records = records
    return change
  }

  /** Withdraws and restores contributions and writes a batch on what then stands, as one entry; none when nothing changes. */
  async #turn<Failure>(
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
    const saved = await this.#saver.save(
      entries.length === 1 ? (entries[0] ?? written) : { type: 'together', label, entries },
    )
    if (!saved.ok) return saved
    const taken = takeOwn(state, operations)
    this.store.state = state
    this.#position = batch.value.position
    return ok({ change: isTurned ? this.#readAgain() : refresh(this.#records, state.fold, taken), step })
  }

  /**
   * Lets loosenings of others count here. Taken back, what they loosened is tightened again, since what was accepted stays
   * so in the journal.
   */
  accept(ids: readonly string[]): Promise<Result<Edited, NotSaved>> {
    return this.#alone(async () => {
      const { fold } = this.store.state
      const step = acceptingStep(fold, ids)
      const saved = await this.#saver.save({ type: 'accept', ids: [...ids] })
      if (!saved.ok) return saved
      for (const id of ids) fold.accepted.add(id)
      this.#steps.remember({ label: 'loosenings.accept', turns: [], step })
      return ok(this.#edited(refreshThose(this.#records, fold, new Set(step.fields.map(({ record }) => record)))))
    })
  }

  async #take(way: 'undo' | 'redo', anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    const last = this.#steps.last(way)
    if (last === undefined) return fail({ type: 'NothingToUndo' })
    const turns = last.turns.map(turnedBack)
    const done = await this.#turn(`undo ${last.label}`, [], turns, (fold) =>
      writeUndo(fold, last.step, this.#author, this.#position, anyway),
    )
    if (!done.ok) return done
    this.#steps.taken(way, { label: last.label, turns, step: done.value.step })
    return ok(this.#edited(done.value.change))
  }

  #edited(change: Change): Edited {
    return { change, history: this.history, savedAt: this.savedAt }
  }
}
