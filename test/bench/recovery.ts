import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { digest } from '#node/machine.ts'
import { makeSnapshot } from '#node/store/make-snapshot.ts'
import { filledStore, openedStore } from './filled-store.ts'
import { medianTime, tell } from './figures.ts'

const SIZES = process.argv.includes('--small') ? [1_000] : [1_000, 10_000, 50_000]

/** From the click to the records: a store that holds many notes, from its newest generation and from its journal alone. */
async function recovery(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'))
  try {
    const { place, workspace } = await filledStore(folder, size)
    await workspace.close()
    const open = async (): Promise<void> => (await openedStore(place)).close()
    const whole = await medianTime(1, open)
    await makeSnapshot({ ...place, settled: workspace.store.settled, at: Date.now() }, diskLayer, digest)
    const snapshot = (await diskLayer.list(place.copies)).find((name) => name.startsWith('snapshot')) ?? ''
    const read = await medianTime(5, async () => {
      JSON.parse(
        new TextDecoder()
          .decode((await diskLayer.read(join(place.copies, snapshot))) ?? new Uint8Array())
          .split('\n')[1] ?? '',
      )
    })
    tell('recovery', 'from a generation', size, await medianTime(5, open), whole, read)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

for (const size of SIZES) await recovery(size)
