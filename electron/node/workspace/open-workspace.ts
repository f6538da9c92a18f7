import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Author, Position } from '#shared/edit/author.ts'
import type { Command, EditFailure } from '#shared/edit/command.ts'
import { undoStepOf, writeUndo, type UndoFailure, type UndoStep } from '#shared/edit/undo.ts'
import { writeBatch, type Batch } from '#shared/edit/write-batch.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { planMerge, type Merged, type MergePlan } from '#shared/merge/plan-merge.ts'
import { applyChange, changeBetween, type Change } from '#shared/model/change.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import type { Edited, History } from '#shared/contract/replies.ts'
import type { NotSaved } from '#shared/contract/contract.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { recordsToRead } from '#shared/operation/level-heads.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecord, readRecords } from '#shared/operation/read-record.ts'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { ConsultationStore } from '../store/consultation-store.ts'
import type { Entry, EntryOf } from '../store/entry.ts'
import { acceptOwn, stateOf } from '../store/store-state.ts'
import { writeUnsaved, type Unsaved } from './unsaved.ts'

/** One thing to take back: a person's batch, or contributions put in. */
type Step =
  | { readonly type: 'edit'; readonly step: UndoStep }
  | { readonly type: 'import'; readonly label: string; readonly id: string }

const START: Position = { counter: 0, reading: '' }
/** Steps kept to take back: beyond, the versions of the store serve. */
const STEPS_KEPT = 500

/**
 * An open consultation: its records in memory, changed only after the disk has the writing. Writings run one at a time, so
 * that each sees what the former one left.
 */
export class OpenWorkspace {
  readonly store: ConsultationStore
  readonly #clock: Clock
  readonly #author: Author
  #records: Map<string, AnyRecord>
  #position: Position
  #undo: Step[] = []
  #redo: Step[] = []
  #savedAt: number
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
    this.#records = readRecords(store.state.fold)
    this.#position = store.state.positions.get(store.identity.stream) ?? START
    this.#savedAt = ports.clock()
  }

  get records(): Records {
    return this.#records
  }

  get history(): History {
    return { undo: labelOf(this.#undo.at(-1)), redo: labelOf(this.#redo.at(-1)) }
  }

  get savedAt(): number {
    return this.#savedAt
  }

  apply(command: Command): Promise<Result<Edited, EditFailure | NotSaved>> {
    return this.#alone(async () => {
      const context = { records: this.#records, newId: () => newId(this.#author.random) }
      const writings = applyCommand(context, command)
      if (!writings.ok) return writings
      const batch = writeBatch(this.store.state.fold, writings.value, this.#author, this.#position)
      const step: Step = { type: 'edit', step: undoStepOf(this.store.state.fold, batch.operations, command.type) }
      const done = await this.#commit(batch, command.type)
      if (done.ok && batch.operations.length > 0) this.#remember(step)
      return done.ok ? ok(this.#edited(done.value)) : done
    })
  }

  /** Writes operations made elsewhere (an imported table), as one step. */
  applyBatch(operations: readonly Operation[], label: string): Promise<Result<Edited, NotSaved>> {
    return this.#alone(async () => {
      const step: Step = { type: 'edit', step: undoStepOf(this.store.state.fold, operations, label) }
      const done = await this.#commit({ id: label, operations, position: this.#position }, label)
      if (done.ok && operations.length > 0) this.#remember(step)
      return done.ok ? ok(this.#edited(done.value)) : done
    })
  }

  undo(anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    return this.#alone(() => this.#takeBack(this.#undo, this.#redo, anyway))
  }

  redo(anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    return this.#alone(() => this.#takeBack(this.#redo, this.#undo, anyway))
  }

  /** Puts contributions in: what `planMerge` shows is what is kept once the disk has the entry. */
  merge(
    incoming: { readonly operations: readonly Operation[]; readonly drops: readonly string[] },
    entryOf: (merged: Merged) => EntryOf<'import'>,
  ): Promise<Result<{ edited: Edited; plan: MergePlan }, NotSaved>> {
    return this.#alone(async () => {
      const merged = planMerge(this.store.state.fold, this.#records, incoming.operations, incoming.drops)
      const entry = entryOf(merged)
      const saved = await this.#save(entry)
      if (!saved.ok) return saved
      const { id, at, files } = entry
      const imports = [...this.store.state.imports, { id, at, files, added: merged.fresh.length, withdrawn: false }]
      this.store.state = { ...this.store.state, fold: { ...merged.fold, owned: null }, imports }
      this.#records = new Map(applyChange(this.#records, merged.plan.change))
      this.#remember({ type: 'import', label: 'bundle.merge', id })
      return ok({ edited: this.#edited(merged.plan.change), plan: merged.plan })
    })
  }

  /** Withdraws or restores an import; everything is read again, since what rests on what may be anywhere. */
  setImport(id: string, type: 'withdraw' | 'restore'): Promise<Result<Edited, NotSaved>> {
    return this.#alone(async () => {
      const done = await this.#reread({ type, import: id })
      return done.ok ? ok(this.#edited(done.value)) : done
    })
  }

  /** Notes that a file left. */
  noteSent(entry: EntryOf<'sent'>): Promise<Result<null, NotSaved>> {
    return this.#alone(async () => {
      const saved = await this.#save(entry)
      if (saved.ok) this.store.state = { ...this.store.state, sent: [...this.store.state.sent, entry] }
      return saved
    })
  }

  /** The entries of commands that could not be saved, for a copy made elsewhere; nothing here changes. */
  unsavedEntries(commands: readonly Command[]): Unsaved {
    return writeUnsaved({ fold: this.store.state.fold, records: this.#records }, commands, this.#author, this.#position)
  }

  /** Begins an empty store. */
  begin(entry: Entry): Promise<Result<null, NotSaved>> {
    return this.#alone(async () => {
      const done = await this.#reread(entry)
      return done.ok ? ok(null) : done
    })
  }

  close(): Promise<void> {
    return this.#alone(() => this.store.close())
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => {})
    return next
  }

  async #commit(batch: Batch, label: string): Promise<Result<Change, NotSaved>> {
    if (batch.operations.length === 0) return ok({})
    const saved = await this.#save({ type: 'batch', label, operations: [...batch.operations] })
    if (!saved.ok) return saved
    const { fold } = this.store.state
    for (const operation of batch.operations) {
      addOperation(fold, operation)
      acceptOwn(fold, operation)
    }
    this.#position = batch.position
    return ok(this.#refresh(batch.operations))
  }

  /** Reads again the touched records, and those that they hold to a rule. */
  #refresh(operations: readonly Operation[]): Change {
    const touched = new Set(operations.map(({ head }) => head.r))
    const change: Record<string, readonly [AnyRecord | null, AnyRecord | null]> = {}
    for (const id of recordsToRead(this.store.state.fold, touched)) {
      const before = this.#records.get(id) ?? null
      const after = readRecord(this.store.state.fold, id)
      if (!touched.has(id) && JSON.stringify(before) === JSON.stringify(after)) continue
      if (after === null) this.#records.delete(id)
      else this.#records.set(id, after)
      change[id] = [before, after]
    }
    return change
  }

  async #reread(entry: Entry): Promise<Result<Change, NotSaved>> {
    const saved = await this.#save(entry)
    if (!saved.ok) return saved
    const before = this.#records
    this.store.state = stateOf(await this.store.history())
    const read = readRecords(this.store.state.fold)
    for (const [id, record] of read) {
      const former = before.get(id)
      if (former !== undefined && JSON.stringify(former) === JSON.stringify(record)) read.set(id, former)
    }
    this.#records = read
    return ok(changeBetween(before, read))
  }

  async #save(entry: Entry): Promise<Result<null, NotSaved>> {
    try {
      await this.store.append(entry)
      this.#savedAt = this.#clock()
      return ok(null)
    } catch (error) {
      return fail({ type: 'NotSaved', code: (error as NodeJS.ErrnoException).code ?? 'UNKNOWN' })
    }
  }

  async #takeBack(from: Step[], onto: Step[], anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    const last = from.at(-1)
    if (last === undefined) return fail({ type: 'NothingToUndo' })
    if (last.type === 'import') {
      const done = await this.#reread({ type: from === this.#undo ? 'withdraw' : 'restore', import: last.id })
      if (!done.ok) return done
      onto.push(...from.splice(-1))
      return ok(this.#edited(done.value))
    }
    const { fold } = this.store.state
    const batch = writeUndo(fold, last.step, this.#author, this.#position, anyway)
    if (!batch.ok) return batch
    const back: Step = { type: 'edit', step: undoStepOf(fold, batch.value.operations, last.step.label) }
    const done = await this.#commit(batch.value, `undo ${last.step.label}`)
    if (!done.ok) return done
    from.pop()
    onto.push(back)
    return ok(this.#edited(done.value))
  }

  #remember(step: Step): void {
    this.#undo = [...this.#undo.slice(1 - STEPS_KEPT), step]
    this.#redo = []
  }

  #edited(change: Change): Edited {
    return { change, history: this.history, savedAt: this.#savedAt }
  }
}

const labelOf = (step: Step | undefined): string | null =>
  step === undefined ? null : step.type === 'edit' ? step.step.label : step.label
