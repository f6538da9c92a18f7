import type { Digest } from '#shared/kit/ports.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import type { Findings } from '#shared/verify/findings.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { segmentsIn, type JournalContent } from '../store/read-journal.ts'
import { generationsIn, readGeneration } from '../store/snapshot.ts'
import type { StorePlace } from '../store/store-place.ts'
import { extendState, stateOf, type StoreState } from '../store/store-state.ts'
import { segmentsOf } from './verify-journal.ts'

/** The copies of settled segments, byte for byte. The last segment may still be written to, and needs none yet. */
export async function checkMirror({ folder, copies }: StorePlace, layer: FileLayer, findings: Findings): Promise<void> {
  const [own, copied] = [segmentsIn(folder, layer), segmentsIn(copies, layer)]
  const [here, there] = [await segmentsOf(own), await segmentsOf(copied)]
  for (const name of new Set([...here.slice(0, -1), ...there])) {
    findings.examined('mirror')
    const [bytes, copy] = [await own.read(name), await copied.read(name)]
    if (copy === null) findings.fault('mirror', 'not-mirrored', name)
    else if (bytes === null) findings.fault('segments', 'missing', name)
    else if (Buffer.compare(bytes, copy) !== 0) findings.fault('mirror', 'mirror-differs', name)
  }
}

/** Each generation against the journal read anew: what it says must be what the entries up to it add up to. */
export async function checkGenerations(
  { copies, consultation }: StorePlace,
  { entries, count }: JournalContent,
  { layer, digest, onShare }: { layer: FileLayer; digest: Digest; onShare: (share: number) => void },
  findings: Findings,
): Promise<number> {
  const generations = (await generationsIn(copies, layer)).toReversed()
  const replay = new Replay(entries)
  for (const [index, generation] of generations.entries()) {
    findings.examined('generations')
    const read = await readGeneration(copies, generation, consultation, layer).catch(() => 'damaged' as const)
    if (read === 'damaged') findings.fault('generations', 'copy-unreadable', generation.name)
    else if (read !== 'other-version' && read.place.count > count) {
      findings.fault('segments', 'missing', generation.name, count + 1)
    } else if (read !== 'other-version') {
      const expected = canonicalHash(replay.upTo(read.place.count).fold, digest)
      if (canonicalHash(read.state.fold, digest) !== expected) {
        findings.fault('generations', 'state-differs', generation.name, read.place.count)
      }
    }
    onShare((index + 1) / generations.length)
  }
  return generations.length
}

/** What the journal added up to at one number after the other, none read twice where that can be. */
class Replay {
  readonly #entries: JournalContent['entries']
  #state: StoreState = stateOf([])
  #n = 0

  constructor(entries: JournalContent['entries']) {
    this.#entries = entries
  }

  upTo(count: number): StoreState {
    const more = this.#entries.filter(({ n }) => n > this.#n && n <= count).map(({ entry }) => entry)
    const all = (): StoreState => stateOf(this.#entries.flatMap(({ n, entry }) => (n <= count ? [entry] : [])))
    this.#state = (this.#n === 0 ? null : extendState(this.#state, more)) ?? all()
    this.#n = count
    return this.#state
  }
}
