import type { AddAttachment } from '#shared/edit/attachments.ts'
import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Command, EditFailure } from '#shared/edit/command.ts'
import type { Writing } from '#shared/edit/draft.ts'
import { leavingRules, writeUndo, type UndoFailure } from '#shared/edit/undo.ts'
import { writeBatch, type Batch } from '#shared/edit/write-batch.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { applyChange } from '#shared/model/change.ts'
import type { Edited } from '#shared/contract/replies.ts'
import type { NotSaved } from '#shared/contract/contract.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { ToPutIn } from '../merge/plan-incoming.ts'
import type { Entry, EntryOf } from '../store/entry.ts'
import { stateOf } from '../store/store-state.ts'
import type { BackPlan } from '../versions/plan-back.ts'
import { importEntry, putIn } from './put-in.ts'
import { refreshThose } from './shown-records.ts'
import { acceptingStep } from './accepting.ts'
import { importStep, turnedBack, type Turn } from './steps.ts'
import { WorkspaceWriter } from './workspace-writer.ts'
import { writeUnsaved, type Unsaved } from './unsaved.ts'

/** The command that goes back to a former state. */
const BACK = 'version.back'

/** An open consultation: what a person may ask of it. */
export class OpenWorkspace extends WorkspaceWriter {
  apply(command: Command | AddAttachment): Promise<Result<Edited, EditFailure | NotSaved>> {
    return this.inTurn(async () => {
      const consultationId = this.store.consultation
      const context = { records: this.shown, consultationId, newId: () => newId(this.author.random) }
      const writings = applyCommand(context, command)
      if (!writings.ok) return writings
      const batch = writeBatch(this.store.state.fold, writings.value, this.author, this.position)
      return this.#write(batch, command.type)
    })
  }

  /** Writes operations made elsewhere (an imported table), as one step. */
  applyBatch(operations: readonly Operation[], label: string): Promise<Result<Edited, NotSaved>> {
    return this.inTurn(() => this.#write({ id: label, operations, position: this.position }, label))
  }

  /** Writes what was drawn up from a list, as one step. */
  write(writings: readonly Writing[], label: string): Promise<Result<Edited, NotSaved>> {
    return this.inTurn(() =>
      this.#write(writeBatch(this.store.state.fold, writings, this.author, this.position), label),
    )
  }

  undo(anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    return this.inTurn(() => this.#take('undo', anyway))
  }

  redo(anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    return this.inTurn(() => this.#take('redo', anyway))
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
    return this.inTurn(async () => {
      const { count } = this.store.place
      const planned = count === upTo ? early : await plan(count)
      if (!planned.ok) return planned
      const { toPutIn } = planned.value
      const entry = importEntry(newId(this.author.random), this.clock(), toPutIn)
      const saved = await this.saver.save(entry)
      if (!saved.ok) return saved
      this.store.state = await putIn(this.store.state, entry)
      this.shown = new Map(applyChange(this.shown, toPutIn.change))
      this.steps.remember(importStep(entry.id))
      return ok({ edited: this.edited(toPutIn.change), planned: planned.value, import: entry.id })
    })
  }

  /** Withdraws or restores an import; everything is read again, since what rests on what may be anywhere. */
  setImport(id: string, type: Turn['type']): Promise<Result<Edited, NotSaved>> {
    return this.inTurn(async () => {
      const nothing = { id, operations: [], position: this.position }
      const done = await this.turn<never>(`import.${type}`, [], [{ type, import: id }], () => ok(nothing))
      return done.ok ? ok(this.edited(done.value.change)) : done
    })
  }

  /** Notes that a file left, a key that opens what is locked for it, or a sender that a person knows. */
  note(entry: EntryOf<'sent' | 'key' | 'sender'>): Promise<Result<null, NotSaved>> {
    return this.inTurn(async () => {
      const saved = await this.saver.save(entry)
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
    return writeUnsaved({ fold: this.store.state.fold, records: this.shown }, commands, this.author, this.position)
  }

  /** Keeps the present state to come back to. */
  keepPoint(reason: 'named' | 'migration', label = ''): Promise<Result<null, NotSaved>> {
    return this.inTurn(() => this.saver.point({ reason, label }))
  }

  /** Goes back as `plan` says, given how far the journal goes: one entry, and one step to take back. */
  goBack<Failure>(
    plan: (upTo: number) => Promise<Result<BackPlan, Failure>>,
  ): Promise<Result<Edited, Failure | NotSaved>> {
    return this.inTurn(async () => {
      const planned = await plan(this.store.place.count)
      if (!planned.ok) return planned
      const { at, turns, writings } = planned.value
      const point = { type: 'point' as const, at: this.clock(), reason: 'back' as const, label: String(at) }
      const done = await this.turn<never>(BACK, [point], turns, (fold) =>
        ok(writeBatch(fold, writings, this.author, this.position)),
      )
      if (!done.ok) return done
      const { change, step } = done.value
      if (turns.length > 0 || step.fields.length > 0)
        this.steps.remember({ label: BACK, turns, step: leavingRules(step) })
      return ok(this.edited(change))
    })
  }

  /** Begins an empty store. */
  begin(entry: Entry): Promise<Result<null, NotSaved>> {
    return this.inTurn(async () => {
      const saved = await this.saver.save(entry)
      if (!saved.ok) return saved
      this.store.state = stateOf([entry])
      this.readAgain()
      return ok(null)
    })
  }

  close(): Promise<void> {
    return this.inTurn(() => this.store.close())
  }

  async #write(batch: Batch, label: string): Promise<Result<Edited, NotSaved>> {
    const done = await this.turn<never>(label, [], [], () => ok(batch))
    if (!done.ok) return done
    if (batch.operations.length > 0) this.steps.remember({ label, turns: [], step: done.value.step })
    return ok(this.edited(done.value.change))
  }

  /**
   * Lets loosenings of others count here. Taken back, what they loosened is tightened again, since what was accepted stays
   * so in the journal.
   */
  accept(ids: readonly string[]): Promise<Result<Edited, NotSaved>> {
    return this.inTurn(async () => {
      const { fold } = this.store.state
      const step = acceptingStep(fold, ids)
      const saved = await this.saver.save({ type: 'accept', ids: [...ids] })
      if (!saved.ok) return saved
      for (const id of ids) fold.accepted.add(id)
      this.steps.remember({ label: 'loosenings.accept', turns: [], step })
      return ok(this.edited(refreshThose(this.shown, fold, new Set(step.fields.map(({ record }) => record)))))
    })
  }

  async #take(way: 'undo' | 'redo', anyway: boolean): Promise<Result<Edited, UndoFailure | NotSaved>> {
    const last = this.steps.last(way)
    if (last === undefined) return fail({ type: 'NothingToUndo' })
    const turns = last.turns.map(turnedBack)
    const done = await this.turn(`undo ${last.label}`, [], turns, (fold) =>
      writeUndo(fold, last.step, this.author, this.position, anyway),
    )
    if (!done.ok) return done
    this.steps.taken(way, { label: last.label, turns, step: done.value.step })
    return ok(this.edited(done.value.change))
  }
}
