import { describe, expect, it } from 'vitest'
import { digest } from '#node/machine.ts'
import type { Entry } from '#node/store/entry.ts'
import { JournalWriter } from '#node/store/journal-writer.ts'
import { keyOf, readJournal, segmentsIn, type JournalContent } from '#node/store/read-journal.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const FOLDER = '/store'
const CONSULTATION = 'consultation-of-a-test'

const entry = (number: number): Entry => ({ type: 'withdraw', import: `import ${number}` })
const entries = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index))

const read = (layer: MemoryLayer): Promise<JournalContent> =>
  readJournal(segmentsIn(FOLDER, layer), CONSULTATION, digest)
const told = async (layer: MemoryLayer): Promise<readonly Entry[]> =>
  (await read(layer)).entries.map((numbered) => numbered.entry)

async function writer(layer: MemoryLayer, makeSpace = async () => false): Promise<JournalWriter> {
  const { count, chain, segment, damages } = await read(layer)
  const place = { count, chain, segment }
  const order = { folder: FOLDER, consultation: CONSULTATION, place, told: damages.map(keyOf), layer, digest }
  return new JournalWriter({ ...order, makeSpace, onSealed: () => {} })
}

async function written(layer: MemoryLayer, ...runs: readonly (readonly Entry[])[]): Promise<readonly string[]> {
  for (const run of runs) {
    const journal = await writer(layer)
    for (const one of run) await journal.append(one)
    await journal.close()
  }
  return segments(layer)
}

const segments = (layer: MemoryLayer): string[] => [...layer.files.keys()].toSorted()
const textOf = (layer: MemoryLayer, path: string): string => new TextDecoder().decode(layer.files.get(path))
const put = (layer: MemoryLayer, path: string, text: string): void =>
  void layer.files.set(path, new TextEncoder().encode(text))

describe('the journal', () => {
  it('gives back what it was given, in order, over several openings, each in a segment of its own', async () => {
    const layer = new MemoryLayer()
    expect(await written(layer, entries(1, 2), entries(3, 3), [], entries(4, 6))).toHaveLength(3)
    expect(await read(layer)).toMatchObject({ count: 6, damages: [], closed: true, torn: false, format: 2 })
    expect(await told(layer)).toEqual(entries(1, 6))
  })

  it('flushes together what comes while the disk is busy', async () => {
    const layer = new MemoryLayer()
    let flushes = 0
    layer.refuse = (call) => ((flushes += call === 'sync' ? 1 : 0), null)
    const journal = await writer(layer)
    await Promise.all(entries(1, 50).map((one) => journal.append(one)))
    expect(await told(layer)).toHaveLength(50)
    expect(flushes).toBeLessThan(5)
  })

  it('forgets only the writing that was under way when the power went', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    for (const one of entries(1, 3)) await journal.append(one)
    const [path = ''] = segments(layer)
    const whole = textOf(layer, path)
    // Without its end of line alone, an entry is still whole.
    for (let cut = 2; cut < 60; cut += 1) {
      put(layer, path, whole.slice(0, -cut))
      expect(await told(layer)).toEqual(entries(1, 2))
      expect(await read(layer)).toMatchObject({ torn: true, closed: false, damages: [] })
    }
  })

  it('goes on in a new segment after a torn end, and keeps the torn one as it is', async () => {
    const layer = new MemoryLayer()
    const first = await writer(layer)
    for (const one of entries(1, 2)) await first.append(one)
    const [path = ''] = segments(layer)
    const torn = textOf(layer, path).slice(0, -5)
    put(layer, path, torn)
    await (await writer(layer)).append(entry(3))
    expect(await told(layer)).toEqual([entry(1), entry(3)])
    expect(textOf(layer, path)).toEqual(torn)
  })

  it('says that it could not save, and saves the next writing elsewhere', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    await journal.append(entry(1))
    layer.refuse = (call) => (call === 'sync' ? 'EIO' : null)
    await expect(journal.append(entry(2))).rejects.toMatchObject({ code: 'EIO' })
    layer.refuse = () => null
    await journal.append(entry(3))
    expect(await told(layer)).toEqual([entry(1), entry(3)])
    expect(segments(layer)).toHaveLength(2)
  })

  it('asks for space when the disk is full, and says that it is saved only once it is', async () => {
    const layer = new MemoryLayer()
    let isFull = true
    layer.refuse = (call) => (call === 'write' && isFull ? 'ENOSPC' : null)
    const roomy = await writer(layer, async () => !(isFull = false))
    await roomy.append(entry(1))
    isFull = true
    const cramped = await writer(layer)
    await expect(cramped.append(entry(2))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(await told(layer)).toEqual([entry(1)])
  })

  it('goes on when the system takes only some bytes at a time', async () => {
    const layer = new MemoryLayer()
    const open = layer.open.bind(layer)
    layer.open = async (path, how) => {
      const file = await open(path, how)
      return { ...file, write: (bytes) => file.write(bytes.subarray(0, 7)) }
    }
    await written(layer, entries(1, 3))
    expect(await told(layer)).toEqual(entries(1, 3))
  })
})

describe('a damaged journal', () => {
  it('gives everything but the line that is damaged, and tells its number', async () => {
    const layer = new MemoryLayer()
    const [path = ''] = await written(layer, entries(1, 3), entries(4, 5))
    put(layer, path, textOf(layer, path).replace('import 2', 'import 9'))
    expect(await told(layer)).toEqual([entry(1), ...entries(3, 5)])
    expect((await read(layer)).damages).toEqual([{ segment: 'journal-000001.rapj', reason: 'line', lost: [2, 2] }])
  })

  it('tells how many entries a cut segment has lost when another follows it', async () => {
    const layer = new MemoryLayer()
    const [path = ''] = await written(layer, entries(1, 4), entries(5, 5))
    put(layer, path, textOf(layer, path).split('\n').slice(0, 3).join('\n') + '\n')
    expect(await told(layer)).toEqual([...entries(1, 2), entry(5)])
    expect((await read(layer)).damages).toEqual([{ segment: 'journal-000002.rapj', reason: 'missing', lost: [3, 4] }])
  })

  it('tells that a segment is not there', async () => {
    const layer = new MemoryLayer()
    const [, path = ''] = await written(layer, entries(1, 2), entries(3, 4), entries(5, 5))
    layer.files.delete(path)
    expect(await told(layer)).toEqual([...entries(1, 2), entry(5)])
    expect((await read(layer)).damages).toMatchObject([{ reason: 'missing', lost: [3, 4] }])
  })

  it('sees a segment that was put in the place of another, and one of another consultation', async () => {
    const layer = new MemoryLayer()
    const other = new MemoryLayer()
    const [, path = ''] = await written(layer, entries(1, 1), entries(2, 2))
    await written(other, [entry(7)], [entry(2)])
    layer.files.set(path, other.files.get(path) ?? new Uint8Array())
    expect((await read(layer)).damages).toMatchObject([{ reason: 'chain', lost: null }])
    const stranger = (await read(layer)).damages
    put(layer, path, textOf(layer, path).replace(CONSULTATION, 'another'))
    expect((await read(layer)).damages).not.toEqual(stranger)
  })

  it('still reads a segment whose first line is damaged', async () => {
    const layer = new MemoryLayer()
    const [, path = ''] = await written(layer, entries(1, 2), entries(3, 4), entries(5, 5))
    put(layer, path, 'x' + textOf(layer, path).slice(1))
    expect(await told(layer)).toEqual(entries(1, 5))
    expect((await read(layer)).damages).toMatchObject([{ reason: 'head' }])
  })

  it('tells a loss once: the next segment remembers that it was told', async () => {
    const layer = new MemoryLayer()
    const [path = ''] = await written(layer, entries(1, 3))
    put(layer, path, textOf(layer, path).replace('import 2', 'import 9'))
    await written(layer, [entry(4)], [entry(5)])
    const { damages, told: known, count } = await read(layer)
    expect(count).toBe(5)
    expect(known).toEqual(damages.map(keyOf))
    expect(await told(layer)).toEqual([entry(1), ...entries(3, 5)])
  })
})
