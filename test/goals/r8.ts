import { bundleFrom } from '#node/exchange/read-bundle.ts'
import { readStore } from '#node/store/open-journal.ts'
import { storePlace } from '#node/store/store-place.ts'
import type { StoreState } from '#node/store/store-state.ts'
import { sortIncoming, type Incoming } from '#node/workspace/read-incoming.ts'
import { planMerge, type Merged } from '#shared/merge/plan-merge.ts'
import type { Records } from '#shared/model/record.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { isDropped, namedByDrops } from '#shared/operation/drop.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { sha256 } from '../build/author.ts'
import { chance } from '../build/chance.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { done } from '../build/node-side.ts'
import { CONSULTATION, openAgain } from './a-consultation.ts'
import { onRealDisk } from './contribution.ts'
import { makeCorpus, type Corpus } from './fuzz/corpus.ts'
import { mutated } from './fuzz/mutate.ts'
import { Tally, type Goal } from './goal.ts'
import { DATA, startOn } from './start-on.ts'

const PLACE = storePlace(DATA, CONSULTATION)
/** One case in so many is put in through the whole program, and its store is read again. */
const WHOLE_PATH = 500
/** After so many cases it is looked whether what stands is what stood: one that changed it has changed it for good. */
const LOOKED_AT = 50
const MOST_MS = 1_000

/**
 * Bundles changed at random, from single bits to forged operations whose digests hold: the program reads each within a
 * second or refuses it, never breaks, and what stood stays unless an operation that verifies replaces it.
 */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R8')
  const corpus = await makeCorpus()
  const disk = onDisk(corpus)
  const { state, records } = await readStore(PLACE, disk, sha256)
  const stood = canonicalHash(state.fold, sha256)
  const counts = { refused: 0, partly: 0, whole: 0, slowest: 0 }
  for (let index = 0; index < cases; index += 1) {
    const number = seed + index
    const bytes = mutated(corpus.bundles, chance(number))
    const began = process.cpuUsage()
    const outcome = await judge(bytes, state, records).catch((error: unknown) => `throws ${stackOf(error)}`)
    const { user, system } = process.cpuUsage(began)
    counts.slowest = Math.max(counts.slowest, Math.round((user + system) / 1_000))
    if (user + system > MOST_MS * 1_000) tally.failed(number, `takes ${(user + system) / 1_000} ms`)
    if (typeof outcome === 'string') tally.failed(number, outcome)
    else counts[outcome.taken] += 1
    if (index % WHOLE_PATH === 0) {
      const complaint = await putIn(bytes, corpus, stood).catch((error: unknown) => `throws ${stackOf(error)}`)
      if (complaint !== null) tally.failed(number, complaint)
    }
    const isLast = index === cases - 1
    if ((isLast || index % LOOKED_AT === 0) && canonicalHash(state.fold, sha256) !== stood) {
      tally.failed(number, 'what stood is another, since this case or a few before it')
      break
    }
  }
  const { refused, partly, whole, slowest } = counts
  return tally.result(cases, `${refused} refused, ${partly} in part, ${whole} whole; slowest ${slowest} ms`)
}

const stackOf = (error: unknown): string => String(error instanceof Error ? error.stack : error)

function onDisk({ disk }: Corpus): MemoryLayer {
  const layer = new MemoryLayer()
  for (const [path, bytes] of disk) layer.files.set(path, bytes)
  return layer
}

type Taken = 'refused' | 'partly' | 'whole'

/** Reads, verifies, plans and puts in, in memory; a complaint, or what became of the file. */
async function judge(bytes: Buffer, state: StoreState, records: Records): Promise<string | { readonly taken: Taken }> {
  const bundle = await bundleFrom(bytes, sha256)
  const receiver = { consultation: CONSULTATION, records, known: state.fold.known, imports: [], trust: [] }
  const incoming = sortIncoming([{ token: 'a', name: 'a.rapx', digest: null, isHere: false, bundle }], receiver)
  const [report] = incoming.reports
  if (report === undefined || report.state === 'refused') {
    const isNothing = incoming.operations.length === 0 && incoming.drops.length === 0
    return isNothing ? { taken: 'refused' } : 'something of a refused file is taken in'
  }
  const merged = planMerge(state.fold, records, incoming.operations, incoming.drops)
  const complaint = forgedIn(incoming.operations) ?? lostIn(state.fold, merged, incoming)
  return complaint ?? { taken: report.setAside.length > 0 ? 'partly' : 'whole' }
}

/** An operation that was taken in and is not what its digests say, computed here once more. */
function forgedIn(operations: readonly Operation[]): string | null {
  for (const { id, head, body, stamp } of operations) {
    const holds =
      sha256(canonical(head)) === id &&
      (body === undefined || sha256(canonical(body)) === head.b) &&
      (stamp === undefined || sha256(canonical(stamp)) === head.s) &&
      head.c === CONSULTATION
    if (!holds) return `a forged operation is taken in: ${id}`
  }
  return null
}

/** What stood and is gone although nothing that was taken in replaces or drops it. */
function lostIn(before: FoldState, { fold }: Merged, { operations, drops }: Incoming): string | null {
  const replaced = new Set(operations.flatMap(({ head }) => Object.values(head.o ?? {}).flat()))
  const named = namedByDrops(drops)
  for (const id of before.known.keys()) if (!fold.known.has(id)) return `an operation is no longer known: ${id}`
  for (const id of fold.accepted) if (!before.accepted.has(id)) return `a loosening was accepted by nobody: ${id}`
  for (const id of fold.dropped) {
    if (!before.dropped.has(id) && !named.dropped.has(id)) return `words are destroyed that no drop names: ${id}`
  }
  for (const [record, { fields }] of before.records) {
    for (const [field, { heads }] of fields) {
      for (const [id, head] of heads) {
        const stands = fold.records.get(record)?.fields.get(field)?.heads.has(id) === true
        const mayGo =
          replaced.has(id) || head.genesis !== undefined || isDropped(named, { id, head: { r: record, k: head.class } })
        if (!stands && !mayGo) return `${field} of ${record} is gone and nothing replaces it`
      }
    }
  }
  return null
}

/** Puts a file in through the whole program: all of what was shown is there when its store is read again, or nothing. */
async function putIn(bytes: Buffer, corpus: Corpus, stood: string): Promise<string | null> {
  const disk = onDisk(corpus)
  const side = await startOn(disk, 'fuzzed')
  await openAgain(side)
  const files = [side.give(onRealDisk('fuzzed.rapx', bytes))]
  const { plan, files: reports } = done(await side.client['bundle.preview']({ files, job: 'a' }))
  const merged = await side.client['bundle.merge']({ files, job: 'b', settle: [] })
  await side.composed.close()
  const { state, content } = await readStore(PLACE, disk, sha256)
  const hash = canonicalHash(state.fold, sha256)
  if (content.damages.length > 0) return 'the store is damaged'
  if (!merged.ok) return hash === stood ? null : `not put in, and yet something changed (${merged.failure.type})`
  if (reports[0]?.state === 'refused') return 'a refused file is put in'
  return merged.value.preview.plan.newOperations === plan.newOperations
    ? null
    : 'something else is put in than was shown'
}
