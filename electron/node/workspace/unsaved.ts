import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Author, Position } from '#shared/edit/author.ts'
import type { Command } from '#shared/edit/command.ts'
import { writeBatch } from '#shared/edit/write-batch.ts'
import { newId } from '#shared/kit/id.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { forkFold, type FoldState } from '#shared/operation/fold-state.ts'
import { recordsToRead } from '#shared/operation/level-heads.ts'
import { readInto } from '#shared/operation/read-record.ts'
import type { EntryOf } from '../store/entry.ts'

/** Commands that the disk refused, written as entries that no store holds. */
export interface Unsaved {
  readonly entries: readonly EntryOf<'batch'>[]
  /** Commands that cannot be carried out on what is saved. */
  readonly leftOut: number
}

/**
 * Writes commands on a copy of the state, each on what the former leaves. They are written in a stream of their own: the
 * store's will give their counters to other writings.
 */
export function writeUnsaved(
  saved: { readonly fold: FoldState; readonly records: Records },
  commands: readonly Command[],
  installation: Author,
  { reading }: Position,
): Unsaved {
  const author = { ...installation, stream: newId(installation.random) }
  const fold = forkFold(saved.fold)
  const records = new Map<string, AnyRecord>(saved.records)
  let position: Position = { counter: 0, reading }
  const entries = commands.flatMap((command): EntryOf<'batch'>[] => {
    const writings = applyCommand({ records, newId: () => newId(author.random) }, command)
    if (!writings.ok) return []
    const batch = writeBatch(fold, writings.value, author, position)
    position = batch.position
    for (const operation of batch.operations) addOperation(fold, operation)
    readInto(records, fold, recordsToRead(fold, new Set(batch.operations.map(({ head }) => head.r))))
    return [{ type: 'batch', label: command.type, operations: [...batch.operations] }]
  })
  return { entries, leftOut: commands.length - entries.length }
}
