import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, tell } from './figures.ts'
import { makeFiles } from './merge/files.ts'
import type { Measured } from './merge/measured.ts'
import { measureOurs, measureParse } from './merge/ours.ts'
import { measureAutomerge, measureLast, measureYjs } from './merge/peers.ts'

const systems = {
  ours: measureOurs,
  'JSON.parse': measureParse,
  'last writer wins': measureLast,
  Yjs: measureYjs,
  Automerge: measureAutomerge,
} as const
type System = keyof typeof systems

/** Files at once, and notes in each; without `--full`, what ends within a minute or two on a quiet machine. */
const SIZES = process.argv.includes('--full')
  ? [
      [50, 500],
      [200, 500],
      [1_000, 100],
    ]
  : [
      [10, 500],
      [50, 500],
    ]
/** What two merges of two hundred files take when all of both is kept. */
const MEMORY_MB = 8_192
/** Files up to which a peer is measured: beyond, it takes minutes. */
const MOST: Readonly<Record<System, number>> = {
  ours: 1_000,
  'JSON.parse': 1_000,
  'last writer wins': 1_000,
  Yjs: 200,
  Automerge: process.argv.includes('--full') ? 50 : 10,
}
const RUNS = 3

/** Each in a process of its own, so that the memory is its own. */
function measure(system: System, folder: string, count: number): Measured {
  const child = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MEMORY_MB}`, import.meta.filename, '--one', system, folder, String(count)],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (child.status !== 0) throw new Error(`${system} ended with ${child.status}`)
  return JSON.parse(child.stdout) as Measured
}

function medians(all: readonly Measured[]): Measured {
  const of = (which: (one: Measured) => number): number => median(all.map(which))
  const [one] = all
  if (one === undefined) throw new Error('No run')
  const times = { a: of(({ a }) => a), b: of(({ b }) => b), c: one.c === null ? null : of(({ c }) => c ?? 0) }
  const reading = { first: of((run) => run.reading?.first ?? 0), later: of((run) => run.reading?.later ?? 0) }
  return { ...one, ...times, memoryMb: of(({ memoryMb }) => memoryMb), reading }
}

async function merge(count: number, notesEach: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
  try {
    await makeFiles(folder, count, notesEach)
    const [ours, least]: [Measured[], Measured[]] = [[], []]
    for (let run = 0; run < RUNS; run += 1) {
      // In turns: a machine that is slow for a moment is slow for both.
      ours.push(measure('ours', folder, count))
      least.push(measure('JSON.parse', folder, count))
    }
    const limit = medians(least)
    tellOurs({ count, notesEach }, medians(ours), limit)
    for (const peer of ['last writer wins', 'Yjs', 'Automerge'] as const) {
      if (count <= MOST[peer]) tellPeer(peer, { count, notesEach }, measure(peer, folder, count), limit)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Size {
  readonly count: number
  readonly notesEach: number
}

function tellOurs({ count, notesEach }: Size, ours: Measured, limit: Measured): void {
  const n = count * notesEach
  const { reading } = ours
  const kept = { files: count, memoryMb: ours.memoryMb, conflicts: ours.conflicts ?? 0 }
  tell('merge', 'first exports', n, ours.a, null, limit.a, kept)
  tell('merge', 'first exports, reading with every digest', n, reading?.first ?? 0, null, limit.a, kept)
  tell('merge', 'later exports with edits', n, ours.b, null, limit.b, kept)
  tell('merge', 'later exports, reading with every digest', n, reading?.later ?? 0, null, limit.b, kept)
  tell('merge', 'the same files again', n, ours.c ?? 0, null, ours.a, { ...kept, limitIs: 'the first merge' })
}

function tellPeer(
  peer: System,
  { count, notesEach }: Size,
  { a, b, c, conflicts, memoryMb }: Measured,
  limit: Measured,
): void {
  const n = count * notesEach
  const kept = { files: count, memoryMb, conflicts: conflicts ?? 0 }
  tell('merge', `${peer}: first exports`, n, a, null, limit.a, kept)
  tell('merge', `${peer}: later exports with edits`, n, b, null, limit.b, kept)
  tell('merge', `${peer}: the same files again`, n, c ?? 0, null, limit.b, kept)
}

const at = process.argv.indexOf('--one')
if (at === -1) for (const [count = 0, notesEach = 0] of SIZES) await merge(count, notesEach)
else {
  const [system = '', folder = '', count = ''] = process.argv.slice(at + 1)
  console.log(JSON.stringify(await systems[system as System](folder, Number(count))))
}
