import type { AddAttachment } from '#shared/edit/attachments.ts'
import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Author, Position } from '#shared/edit/author.ts'
import type { Command, EditFailure } from '#shared/edit/command.ts'
import type { Writing } from '#shared/edit/draft.ts'
import { leavingRules, undoStepOf, writeUndo, type UndoFailure, type UndoStep } from '#shared/edit/undo.ts'
import { writeBatch } from '#shared/edit/write-batch.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { addOperation, dropOperations } from '#shared/operation/fold.ts'
import type { Drop } from '#shared/operation/drop.ts'
import { emptyFold } from '#shared/operation/fold-state.ts'
import { recordsToRead } from '#shared/operation/level-heads.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import { anAuthor } from './author.ts'

/** One installation with its operations in memory: what the store does on a disk, without the disk. */
export class Device {
  readonly fold = emptyFold()
  readonly operations = new Map<string, Operation>()
  /** Operations written here. */
  readonly own = new Set<string>()
  readonly author: Author
  private position: Position = { counter: 0, reading: '' }
  private readonly shown = new Map<string, AnyRecord>()
  private readonly touched = new Set<string>()
  private readonly done: UndoStep[] = []
  private readonly undone: UndoStep[] = []

  constructor(author: Author | string) {
    this.author = typeof author === 'string' ? anAuthor(author) : author
  }

  readonly newId = (): string => newId(this.author.random)

  /** What this installation shows: only what was touched is read again, as the program does. */
  get records(): Map<string, AnyRecord> {
    for (const id of recordsToRead(this.fold, this.touched)) {
      const record = readRecord(this.fold, id)
      if (record === null) this.shown.delete(id)
      else this.shown.set(id, record)
    }
    this.touched.clear()
    return this.shown
  }

  /** The operations of a command, or why it could not be done. */
  attempt(command: Command | AddAttachment): Result<readonly Operation[], EditFailure> {
    const writings = applyCommand({ records: this.records, newId: this.newId }, command)
    if (!writings.ok) return writings
    return ok(this.write(writings.value, command.type))
  }

  /** A command that is expected to work. */
  run(command: Command | AddAttachment): readonly Operation[] {
    const done = this.attempt(command)
    if (!done.ok) throw new Error(`${command.type}: ${JSON.stringify(done.failure)}`)
    return done.value
  }

  write(writings: readonly Writing[], label = 'test', rulesStay = false): readonly Operation[] {
    const { operations, position } = writeBatch(this.fold, writings, this.author, this.position)
    if (operations.length === 0) return operations
    this.undone.length = 0
    const step = undoStepOf(this.fold, operations, label)
    this.done.push(rulesStay ? leavingRules(step) : step)
    this.keep(operations, position)
    return operations
  }

  undo(anyway = false): Result<readonly Operation[], UndoFailure> {
    return this.takeBack(this.done, this.undone, anyway)
  }

  redo(anyway = false): Result<readonly Operation[], UndoFailure> {
    return this.takeBack(this.undone, this.done, anyway)
  }

  receive(operations: Iterable<Operation>, drops: readonly Drop[] = []): void {
    for (const drop of drops) this.drop(drop)
    for (const operation of operations) {
      this.operations.set(operation.id, { ...this.operations.get(operation.id), ...operation })
      addOperation(this.fold, operation)
      this.touched.add(operation.head.r)
    }
  }

  drop(drop: Drop): void {
    for (const record of dropOperations(this.fold, [drop])) this.touched.add(record)
  }

  /** A person here agrees to the loosenings that came from elsewhere. */
  accept(ids: Iterable<string>): void {
    for (const id of ids) {
      this.fold.accepted.add(id)
      const operation = this.operations.get(id)
      if (operation !== undefined) this.touched.add(operation.head.r)
    }
  }

  private takeBack(from: UndoStep[], to: UndoStep[], anyway: boolean): Result<readonly Operation[], UndoFailure> {
    const step = from.at(-1)
    if (step === undefined) return fail({ type: 'NothingToUndo' })
    const batch = writeUndo(this.fold, step, this.author, this.position, anyway)
    if (!batch.ok) return batch
    from.pop()
    to.push(undoStepOf(this.fold, batch.value.operations, step.label))
    this.keep(batch.value.operations, batch.value.position)
    return ok(batch.value.operations)
  }

  private keep(operations: readonly Operation[], position: Position): void {
    this.position = position
    this.receive(operations)
    for (const { id, body } of operations) {
      this.own.add(id)
      if (typeof body?.set['consent'] === 'string') this.fold.accepted.add(id)
    }
  }
}
