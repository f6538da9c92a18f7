import { describe, expect, it } from 'vitest'
import { digest } from '#node/machine.ts'
import type { Entry } from '#node/store/entry.ts'
import { JournalWriter } from '#node/store/journal-writer.ts'
import { readJournal, segmentsIn, type JournalContent } from '#node/store/read-journal.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const FOLDER = '/store'
const CONSULTATION = 'consultation-of-a-test'

const entry = (number: number): Entry => ({ type: 'withdraw', import: `import ${number}` })
const segments = (layer: MemoryLayer): string[] => [...layer.files.keys()].toSorted()

const read = (layer: MemoryLayer): Promise<JournalContent> =>
  readJournal(segmentsIn(FOLDER, layer), CONSULTATION, digest)

async function writer(layer: MemoryLayer): Promise<JournalWriter> {
  const { count, chain, segment } = await read(layer)
  const order = { folder: FOLDER, consultation: CONSULTATION, place: { count, chain, segment }, told: [] }
  return new JournalWriter({ ...order, layer, digest, makeSpace: async () => false, onSealed: () => {} })
}

describe('a journal of several segments', () => {
  it('is read when a segment was begun and never got its first line', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    await journal.append(entry(1))
    layer.refuse = (call) => (call === 'sync' ? 'EIO' : null)
    await expect(journal.append(entry(2))).rejects.toMatchObject({ code: 'EIO' })
    layer.refuse = (call) => (call === 'write' ? 'ENOSPC' : null)
    await expect(journal.append(entry(3))).rejects.toMatchObject({ code: 'ENOSPC' })
    layer.refuse = () => null
    await journal.append(entry(4))
    expect(await read(layer)).toMatchObject({ entries: [{ entry: entry(1) }, { entry: entry(4) }], damages: [] })
    expect(segments(layer)).toHaveLength(3)
  })

  it('writes nothing after an end that the disk may not have', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    await journal.append(entry(1))
    layer.refuse = (call) => (call === 'sync' ? 'EIO' : null)
    await expect(journal.settle()).rejects.toMatchObject({ code: 'EIO' })
    layer.refuse = () => null
    await journal.append(entry(2))
    expect(await read(layer)).toMatchObject({ entries: [{ entry: entry(1) }, { entry: entry(2) }], damages: [] })
    expect(segments(layer)).toHaveLength(2)
  })

  it('seals a segment that is long enough, and says that a snapshot may be made', async () => {
    const layer = new MemoryLayer()
    let sealed = 0
    const long: Entry = { type: 'batch', label: 'long', operations: Array.from({ length: 2_000 }, operation) }
    const { count, chain, segment } = await read(layer)
    const order = {
      folder: FOLDER,
      consultation: CONSULTATION,
      place: { count, chain, segment },
      told: [],
      layer,
      digest,
    }
    const journal = new JournalWriter({ ...order, makeSpace: async () => false, onSealed: () => (sealed += 1) })
    for (const one of [long, entry(1), entry(2)]) await journal.append(one)
    expect([segments(layer).length, sealed, journal.settled.count]).toEqual([2, 1, 1])
    expect((await read(layer)).entries.map(({ n }) => n)).toEqual([1, 2, 3])
  })
})

/** Its shape is all that the journal looks at. */
const operation = (_: unknown, index: number) => ({
  id: digest(String(index)),
  head: { v: 1 as const, c: CONSULTATION, r: 'r', t: 'note', k: 'c' as const, b: '', s: '' },
})
