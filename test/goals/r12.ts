import { digest } from '#node/machine.ts'
import { readStore } from '#node/store/open-journal.ts'
import { storePlace } from '#node/store/store-place.ts'
import { verifyStore } from '#node/verify/verify-store.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { CODES, FailingDisk, theNth, type Fault } from '../build/disks/failing-disk.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import type { NodeSide } from '../build/node-side.ts'
import type { Workspace } from '#shared/contract/replies.ts'
import { openAgain } from './a-consultation.ts'
import { frozenBundle, frozenStores, type Frozen } from './frozen.ts'
import { Tally, type Goal } from './goal.ts'
import { spread } from './spread.ts'
import { DATA, startOn } from './start-on.ts'

const FAULTS: readonly Fault[] = [...CODES, 'short', 'crash']

interface Case {
  readonly frozen: Frozen
  /** Which call of the first opening fails, and how; null when none does. */
  readonly fails: readonly [call: number, fault: Fault] | null
}

/**
 * Frozen files of every format open in the real program and say what they said; a migration that is stopped at any call, in
 * any way, is taken up at the next opening and loses nothing.
 */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R12')
  const frozen = [await frozenBundle('v1'), ...frozenStores()]
  const all: Case[] = []
  for (const one of frozen) {
    const calls = await callsOf(one)
    all.push({ frozen: one, fails: null })
    for (let call = 1; call <= calls; call += 1) {
      for (const fault of FAULTS) all.push({ frozen: one, fails: [call, fault] })
    }
  }
  const judged = Math.min(cases, all.length)
  for (let index = 0; index < judged; index += 1) {
    const chosen = all[spread(seed + index, all.length)]
    const why = chosen === undefined ? 'there is no such case' : await complaintOf(chosen)
    if (why !== null) tally.failed(seed + index, `${chosen?.frozen.name} ${chosen?.fails?.join(' ') ?? ''}: ${why}`, 1)
  }
  return tally.result(judged, `${frozen.map(({ name }) => name).join(', ')}; ${all.length} cases in all`)
}

function diskOf({ files }: Frozen): MemoryLayer {
  const disk = new MemoryLayer()
  for (const [path, bytes] of files) disk.files.set(path, Uint8Array.from(bytes))
  return disk
}

async function callsOf(frozen: Frozen): Promise<number> {
  const disk = new FailingDisk(diskOf(frozen))
  await openOn(disk, frozen, 'count')
  return disk.asked.length
}

/** Opens it as a person does: the file when it is one and is not here yet, else the consultation. Gives what is wrong. */
async function openOn(
  disk: FailingDisk | MemoryLayer,
  { bundle, consultation }: Frozen,
  seed: string,
): Promise<string | null> {
  const side = await startOn(disk, seed)
  const here = await openAgain(side, consultation).catch(() => null)
  const opened = here ?? (bundle === null ? null : await beginWith(side, bundle))
  await side.composed.close()
  if (opened === null) return 'does not open'
  return opened.readOnly === null ? null : `opens to be read only: ${JSON.stringify(opened.readOnly)}`
}

async function beginWith(side: NodeSide, bundle: string): Promise<Workspace | null> {
  const opened = await side.client['bundle.open']({ file: side.give(bundle) })
  return opened.ok ? opened.value : null
}

async function complaintOf({ frozen, fails }: Case): Promise<string | null> {
  const disk = diskOf(frozen)
  try {
    if (fails !== null) {
      const failing = new FailingDisk(disk, theNth(fails[0], fails[1]))
      await Promise.race([openOn(failing, frozen, 'first').catch(() => null), failing.crashed])
    }
    for (const time of ['second', 'third']) {
      const why = (await openOn(disk, frozen, time)) ?? (await whatIsWrong(disk, frozen))
      if (why !== null) return why
    }
    return null
  } catch (error) {
    return String(error)
  }
}

async function whatIsWrong(disk: MemoryLayer, { consultation, hash }: Frozen): Promise<string | null> {
  const place = storePlace(DATA, consultation)
  const { state, found } = await readStore(place, disk, digest)
  if (canonicalHash(state.fold, digest) !== hash) return 'says something else'
  if (found.length > 0) return `tells ${found.map(({ type }) => type).join(', ')}`
  const { ok, checks } = await verifyStore(place, false, { layer: disk, digest, onShare: () => {} })
  const faults = checks.flatMap(({ check, places }) => places.map(({ fault }) => `${check} ${fault}`))
  return ok ? null : `is not verified: ${faults.join(', ')}`
}
