import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { digest } from '#node/machine.ts'
import { makeSnapshot } from '#node/store/make-snapshot.ts'
import { generationsIn } from '#node/store/snapshot.ts'
import { writeWholeFile } from '#node/write-whole-file.ts'
import { filledStore, openedStore, type FilledStore } from '../bench/filled-store.ts'
import { median, timed } from '../bench/figures.ts'
import { Tally, type Goal } from './goal.ts'

/** From so many notes on, the times themselves are judged. */
const JUDGED_FROM = 50_000
const LIMIT_MS = 1_000
const DAMAGED_LIMIT_MS = 3_000

/** `cases`: notes in the store that is opened again, whole and with its newest generation damaged. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R5')
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-r5-'))
  try {
    const store = await filledStore(folder, cases)
    await settle(store)
    await store.capture(cases)
    await store.workspace.close()
    await settle(store)
    const reopen = async (): Promise<number> => {
      const opened = await openedStore(store.place)
      const notes = [...opened.records.values()].filter(({ kind }) => kind === 'note').length
      if (notes !== cases + 1) tally.failed(seed, `${notes} notes of ${cases + 1} are back`, cases + 1 - notes)
      await opened.close()
      return notes
    }
    const whole: number[] = []
    for (let run = 0; run < 5; run += 1) whole.push(await timed(reopen))
    await damageNewest(store)
    const damaged = await timed(reopen)
    if (cases >= JUDGED_FROM && median(whole) > LIMIT_MS) tally.failed(seed, `${median(whole)} ms to open`)
    if (cases >= JUDGED_FROM && damaged > DAMAGED_LIMIT_MS) tally.failed(seed, `${damaged} ms to open when damaged`)
    return tally.result(cases, `${Math.round(median(whole))} ms, ${Math.round(damaged)} ms with a damaged generation`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const settle = ({ place, workspace }: FilledStore): Promise<void> =>
  makeSnapshot({ ...place, settled: workspace.store.settled, at: Date.now() }, diskLayer, digest)

async function damageNewest({ place }: FilledStore): Promise<void> {
  const [newest] = await generationsIn(place.copies, diskLayer)
  const path = join(place.copies, newest?.name ?? '')
  const bytes = await diskLayer.read(path)
  if (bytes === null) throw new Error('There is no generation to damage')
  bytes[bytes.length >> 1] = 0
  await writeWholeFile(path, bytes)
}
