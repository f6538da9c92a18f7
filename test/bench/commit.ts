import { spawnSync } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { filledStore, type FilledStore } from './filled-store.ts'
import { median, tell, timed } from './figures.ts'
import { noteCommand } from './notes.ts'

const RUNS = 60
const SIZES = [1_000, 10_000, 100_000]

/** From Enter to the disk, in a store that already holds many notes, beside what the disk asks and what others take. */
async function commit(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
  try {
    const store = await filledStore(folder, size)
    const ours: number[] = []
    const limits: number[] = []
    const bytes = await bytesOf(store, async (perNote) => {
      // In turns: a disk that is slow for a moment is slow for both.
      const limit = await open(join(folder, 'limit'), 'a')
      for (let run = 0; run < RUNS; run += 1) {
        ours.push(await timed(() => store.capture(run)))
        limits.push(await timed(() => limit.writeFile(Buffer.alloc(perNote, 'x')).then(() => limit.datasync())))
      }
      await limit.close()
    })
    tell('commit', `note to durable, ${bytes} bytes`, size, median(ours), await lowdbTime(folder, size), median(limits))
    const sqlite = sqliteTime(folder, size)
    if (sqlite !== null) tell('commit', 'SQLite, WAL, FULL', size, sqlite, null, median(limits))
    await store.workspace.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Bytes that one note adds to the journal, measured before and after `work`, which is told a first estimate. */
async function bytesOf({ place }: FilledStore, work: (perNote: number) => Promise<void>): Promise<number> {
  const size = async (): Promise<number> => {
    const names = (await diskLayer.list(place.folder)).filter((name) => name.startsWith('journal-'))
    const read = await Promise.all(names.map((name) => diskLayer.read(join(place.folder, name))))
    return read.reduce((sum, content) => sum + (content?.length ?? 0), 0)
  }
  const before = await size()
  await work(800)
  return Math.round(((await size()) - before) / RUNS)
}

/** lowdb as it comes: the whole file again for one note, and no flush. */
async function lowdbTime(folder: string, size: number): Promise<number> {
  const notes = Array.from({ length: size }, (_, number) => noteCommand('s'.repeat(22), 'a'.repeat(22), number))
  const db = new Low<{ notes: unknown[] }>(new JSONFile(join(folder, 'peer.json')), { notes })
  const times: number[] = []
  for (let run = 0; run < 7; run += 1) {
    times.push(
      await timed(() => db.update((data) => void data.notes.push(noteCommand('s'.repeat(22), 'a'.repeat(22), run)))),
    )
  }
  return median(times)
}

/** By Python, which has SQLite in it nearly everywhere; null where it has not. */
function sqliteTime(folder: string, size: number): number | null {
  const { status, stdout } = spawnSync('python3', [
    '-c',
    SQLITE,
    join(folder, 'peer.sqlite'),
    String(size),
    String(RUNS),
  ])
  return status === 0 ? Number(stdout.toString()) : null
}

const SQLITE = `
import sqlite3, statistics, sys, time
path, size, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
db = sqlite3.connect(path, isolation_level=None)
db.execute('pragma journal_mode=wal'); db.execute('pragma synchronous=full')
db.execute('create table notes (id text primary key, body text)')
db.execute('begin')
db.executemany('insert into notes values (?, ?)', ((str(n), 'x' * 400) for n in range(size)))
db.execute('commit')
times = []
for n in range(runs):
    start = time.perf_counter()
    db.execute('insert into notes values (?, ?)', ('new %d' % n, 'x' * 400))
    times.append((time.perf_counter() - start) * 1000)
print(statistics.median(times))
`

for (const size of process.argv.includes('--small') ? SIZES.slice(0, 1) : SIZES) await commit(size)
