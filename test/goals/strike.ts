import { FailingDisk, type Fate } from '../build/disks/failing-disk.ts'
import { RecordingDisk } from '../build/disks/recording-disk.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import type { NodeSide } from '../build/node-side.ts'
import { openAgain } from './a-consultation.ts'
import { ACTIONS, type Action, type Answer } from './actions.ts'
import type { Known } from './judge.ts'
import { DATA, startOn } from './start-on.ts'
import { foldersOf } from './story.ts'

/** An action of which some call failed. */
export interface Struck {
  /** Null when the program ended before it could answer. */
  readonly answer: Answer | null
  readonly side: NodeSide
  readonly known: Known
  readonly disk: RecordingDisk
  readonly failing: FailingDisk
  /** The files as they are for the system, whatever the disk has of them. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Calls that the action asked, with what was done beside. */
  readonly calls: number
}

/** Does an action on a disk whose calls fail as `fate` says from its first call on. */
export async function strike(action: Action, fate: Fate, twice = true): Promise<Struck> {
  const { files, witness } = await action.begin()
  const memory = memoryOf(files)
  const failing = new FailingDisk(memory)
  const disk = new RecordingDisk([DATA, ...foldersOf(files.keys())], files, failing)
  const side = await startOn(disk, action.name)
  if (action.isOpen) await openAgain(side, action.consultation)
  await quiet()
  const before = failing.asked.length
  const known = witness.copy()
  const writes = await action.writes()
  for (const [id, text] of writes) known.asked(id, text)
  failing.fate = fate
  const answer = await Promise.race([action.act(side), failing.crashed.then(() => null)])
  await quiet()
  if (answer?.ok === true) for (const [id, text] of writes) known.saved(id, text)
  return {
    answer,
    side,
    known: { witness: known, consultation: action.consultation, together: [...writes.keys()], twice },
    disk,
    failing,
    files: memory.files,
    calls: failing.asked.length - before,
  }
}

export function memoryOf(files: ReadonlyMap<string, Uint8Array>): MemoryLayer {
  const memory = new MemoryLayer()
  for (const [path, bytes] of files) memory.files.set(path, bytes)
  return memory
}

/** What is done beside on a disk in memory has come to its end. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resume) => setImmediate(resume))
}

/** Every call of every action, as it goes when nothing fails. */
export async function everyCall(): Promise<readonly { readonly action: Action; readonly n: number }[]> {
  const all: { action: Action; n: number }[] = []
  for (const action of ACTIONS) {
    const { answer, calls } = await strike(action, () => null)
    if (answer?.ok !== true) throw new Error(`${action.name} fails by itself: ${JSON.stringify(answer)}`)
    for (let n = 1; n <= calls; n += 1) all.push({ action, n })
  }
  return all
}

/** The seeds of a run, so that `seed % total` is the case: in order, from a multiple of the total on. One alone is a replay. */
export function seedsOf(total: number, cases: number, seed: number): readonly number[] {
  const first = cases === 1 ? seed : seed - (seed % total)
  return Array.from({ length: cases }, (_, index) => first + index)
}
