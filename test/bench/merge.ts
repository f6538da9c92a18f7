import { createHash } from 'node:crypto'
import { bundleFrom } from '#node/exchange/read-bundle.ts'
import { foldOf, packBundle } from '#node/exchange/make-bundle.ts'
import { clock, digest, randomBytes } from '#node/machine.ts'
import { shippedSample } from '#node/sample/sample-store.ts'
import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Position } from '#shared/edit/author.ts'
import { writeBatch } from '#shared/edit/write-batch.ts'
import { newId } from '#shared/kit/id.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { addOperation } from '#shared/operation/fold.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecord, readRecords } from '#shared/operation/read-record.ts'
import { SamplePlayer } from '#shared/process/play-sample.ts'
import { medianTime, tell } from './figures.ts'
import { noteCommand } from './notes.ts'

const SECTIONS = 6

/** A rapporteur's file with its own notes on the common programme. */
async function bundleOf(
  base: readonly Operation[],
  consultation: string,
  ids: { session: string; axis: string },
  size: number,
): Promise<Uint8Array> {
  const fold = foldOf(base)
  const records = readRecords(fold)
  const author = {
    consultation,
    stream: newId(randomBytes),
    by: newId(randomBytes),
    digest,
    random: randomBytes,
    clock,
  }
  const operations = [...base]
  let position: Position = { counter: 0, reading: '' }
  for (let number = 0; number < size; number += 1) {
    const writings = applyCommand(
      { records, newId: () => newId(randomBytes) },
      noteCommand(ids.session, ids.axis, number),
    )
    if (!writings.ok) throw new Error(writings.failure.type)
    const batch = writeBatch(fold, writings.value, author, position)
    position = batch.position
    for (const operation of batch.operations) {
      addOperation(fold, operation)
      operations.push(operation)
      const record = readRecord(fold, operation.head.r)
      if (record !== null) records.set(record.id, record)
    }
  }
  const place = { stream: newId(randomBytes), seq: 1, prev: null }
  return (await packBundle(operations, fold, { kind: 'complete', audience: null, consultation, place }, digest)).bytes
}

/** Six files of some hundred notes each, read, verified and put together in a secretariat that has the programme. */
async function merge(notesEach: number): Promise<void> {
  const { sample, template } = shippedSample()
  const player = new SamplePlayer(sample, template, 'bench', digest)
  player.playProgramme()
  const base = [...player.genesis, ...player.written]
  const ids = { session: player.idOf('session.ecology'), axis: player.idOf('axis.ecology') }
  const files: Uint8Array[] = []
  for (let section = 0; section < SECTIONS; section += 1)
    files.push(await bundleOf(base, player.consultation, ids, notesEach))
  const receiver = foldOf(base)
  const records = readRecords(receiver)
  const read = async (): Promise<Operation[]> => {
    const operations: Operation[] = []
    for (const file of files) {
      const bundle = await bundleFrom(file, digest)
      if (!bundle.ok) throw new Error(bundle.failure.type)
      for (const operation of bundle.value.operations) operations.push(operation)
    }
    return operations
  }
  const operations = await read()
  const lines = operations.map((operation) => JSON.stringify(operation))
  // The least that any verified merge does: read the same JSON once, and hash its bytes once.
  const limit = await medianTime(7, () => {
    const hash = createHash('sha256')
    for (const line of lines) hash.update(JSON.stringify(JSON.parse(line)))
    return hash.digest()
  })
  const whole = await medianTime(7, async () => planMerge(receiver, records, await read()))
  const foldOnly = await medianTime(7, () => planMerge(receiver, records, operations))
  tell('merge', 'read, verify, plan', SECTIONS * notesEach, whole, null, limit)
  tell('merge', 'plan only', SECTIONS * notesEach, foldOnly, null, limit)
}

for (const notesEach of [125, 500]) await merge(notesEach)
