import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { clock, digest, randomBytes } from '#node/machine.ts'
import { openStore } from '#node/store/consultation-store.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { shippedSample } from '#node/sample/sample-store.ts'
import { OpenWorkspace } from '#node/workspace/open-workspace.ts'
import { SamplePlayer } from '#shared/process/play-sample.ts'
import { median, tell, timed } from './figures.ts'
import { noteCommand } from './notes.ts'

const RUNS = 50
const SIZES = [1_000, 10_000]

/** From Enter to the disk: a note taken in a store that already holds many. */
async function commit(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
  try {
    const { sample, template } = shippedSample()
    const player = new SamplePlayer(sample, template, 'bench', digest)
    player.playProgramme()
    const ports = { clock, digest, randomBytes, layer: diskLayer }
    const store = await openStore(folder, player.consultation, ports)
    if (!store.ok) throw new Error(store.failure.segment)
    const workspace = new OpenWorkspace(store.value, ports)
    await workspace.begin({ type: 'batch', label: 'bench', operations: [...player.genesis, ...player.written] })
    const [session, axis] = [player.idOf('session.ecology'), player.idOf('axis.ecology')]
    // Filled many at a time: entries that come while the disk is busy share a flush.
    for (let done = 0; done < size; done += 500) {
      await Promise.all(
        Array.from({ length: 500 }, (_, index) => workspace.apply(noteCommand(session, axis, done + index))),
      )
    }
    const before = (await Promise.all((await diskLayer.list(folder)).map((name) => sizeOf(join(folder, name))))).reduce(
      (a, b) => a + b,
      0,
    )
    const ours: number[] = []
    for (let run = 0; run < RUNS; run += 1)
      ours.push(await timed(() => workspace.apply(noteCommand(session, axis, run))))
    const after = (await Promise.all((await diskLayer.list(folder)).map((name) => sizeOf(join(folder, name))))).reduce(
      (a, b) => a + b,
      0,
    )
    const limit = await flushTime(folder, Math.round((after - before) / RUNS))
    const peer = await lowdbTime(folder, size)
    tell('commit', 'note to durable', size, median(ours), peer, limit)
    await workspace.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const sizeOf = async (path: string): Promise<number> => (await diskLayer.read(path))?.length ?? 0

/** What the disk asks for the same bytes, appended and flushed. */
async function flushTime(folder: string, bytes: number): Promise<number> {
  const file = await open(join(folder, 'limit'), 'a')
  const block = Buffer.alloc(bytes, 'x')
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    times.push(
      await timed(async () => {
        await file.writeFile(block)
        await file.datasync()
      }),
    )
  }
  await file.close()
  return median(times)
}

/** lowdb as it comes: the whole file again for one note, and no flush. */
async function lowdbTime(folder: string, size: number): Promise<number> {
  const notes = Array.from({ length: size }, (_, number) => noteCommand('s'.repeat(22), 'a'.repeat(22), number))
  const db = new Low<{ notes: unknown[] }>(new JSONFile(join(folder, 'peer.json')), { notes })
  const times: number[] = []
  for (let run = 0; run < 10; run += 1) {
    times.push(
      await timed(() => db.update((data) => void data.notes.push(noteCommand('s'.repeat(22), 'a'.repeat(22), run)))),
    )
  }
  return median(times)
}

for (const size of SIZES) await commit(size)
