import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { filledStore, type FilledStore } from '../bench/filled-store.ts'
import { median, timed } from '../bench/figures.ts'
import { Tally, type Goal } from './goal.ts'

const RUNS = 200
/** What the journal may hold of a note beside its own values. */
const OVERHEAD_BYTES = 700
/** From so many notes on, the time is judged: a note to the disk beside the same bytes appended and flushed. */
const JUDGED_FROM = 100_000
const RATIO = 1.5

/** `cases`: notes that the store holds before the ones that are measured. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R6')
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-r6-'))
  try {
    const store = await filledStore(folder, cases)
    const [ours, limit] = [[] as number[], [] as number[]]
    const before = await journalBytes(store)
    const known = new Set(store.workspace.records.keys())
    const raw = await open(join(folder, 'limit'), 'a')
    const block = Buffer.alloc(800, 'x')
    for (let run = 0; run < RUNS; run += 1) {
      // In turns: a disk that is slow for a moment is slow for both.
      ours.push(await timed(() => store.capture(run)))
      limit.push(await timed(() => raw.writeFile(block).then(() => raw.datasync())))
    }
    await raw.close()
    const bytes = ((await journalBytes(store)) - before) / RUNS
    const overhead = Math.round(bytes - valueBytes(store, known) / RUNS)
    const ratio = median(ours) / median(limit)
    if (overhead > OVERHEAD_BYTES) tally.failed(seed, `${overhead} bytes a note beside its values`)
    if (cases >= JUDGED_FROM && ratio > RATIO) tally.failed(seed, `${ratio.toFixed(2)} times the limit of the disk`)
    await store.workspace.close()
    const times = `${median(ours).toFixed(2)} ms a note, ${ratio.toFixed(2)} × the disk`
    return tally.result(cases, `${times}, p99 ${highest(ours).toFixed(1)} ms, ${overhead} bytes beside its values`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const highest = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(RUNS * 0.99)] ?? 0

async function journalBytes({ place }: FilledStore): Promise<number> {
  const names = (await diskLayer.list(place.folder)).filter((name) => name.startsWith('journal-'))
  const read = await Promise.all(names.map((name) => diskLayer.read(join(place.folder, name))))
  return read.reduce((sum, content) => sum + (content?.length ?? 0), 0)
}

/** What the new notes say, as JSON. */
function valueBytes({ workspace }: FilledStore, known: ReadonlySet<string>): number {
  const fresh = [...workspace.records.values()].filter(({ id }) => !known.has(id))
  const values = fresh.flatMap(({ f }) => Object.values(f))
  return values.reduce<number>((sum, value) => sum + Buffer.byteLength(JSON.stringify(value)), 0)
}
