import { describe, expect, it } from 'vitest'
import { digest } from '#node/machine.ts'
import type { Entry } from '#node/store/entry.ts'
import { JournalWriter, readJournal, type JournalContent } from '#node/store/journal.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const FOLDER = '/store'
const CONSULTATION = 'consultation-of-a-test'

const entry = (number: number): Entry => ({ type: 'withdraw', import: `import ${number}` })

async function read(layer: FileLayer): Promise<JournalContent> {
  const content = await readJournal(FOLDER, CONSULTATION, layer, digest)
  if (!content.ok) throw new Error(content.failure.segment)
  return content.value
}

const writer = async (layer: FileLayer): Promise<JournalWriter> =>
  new JournalWriter(FOLDER, CONSULTATION, await read(layer), layer, digest)

const segments = (layer: MemoryLayer): string[] => [...layer.files.keys()].toSorted()

describe('the journal', () => {
  it('gives back what it was given, in order, over several openings', async () => {
    const layer = new MemoryLayer()
    for (const number of [1, 2, 3]) {
      const journal = await writer(layer)
      await journal.append(entry(number))
      await journal.close()
    }
    expect((await read(layer)).entries).toEqual([entry(1), entry(2), entry(3)])
    expect(segments(layer)).toHaveLength(1)
  })

  it('flushes together what comes while the disk is busy', async () => {
    const layer = new MemoryLayer()
    let flushes = 0
    layer.refuse = (call) => ((flushes += call === 'sync' ? 1 : 0), null)
    const journal = await writer(layer)
    await Promise.all(Array.from({ length: 50 }, (_, number) => journal.append(entry(number))))
    expect((await read(layer)).entries).toHaveLength(50)
    expect(flushes).toBeLessThan(5)
  })

  it('forgets only the writing that was under way when the power went', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    for (const number of [1, 2, 3]) await journal.append(entry(number))
    const [path = ''] = segments(layer)
    const whole = layer.files.get(path) ?? new Uint8Array()
    for (let cut = 1; cut < 60; cut += 1) {
      layer.files.set(path, whole.slice(0, whole.length - cut))
      const { entries, torn } = await read(layer)
      expect(entries.slice(0, 2)).toEqual([entry(1), entry(2)])
      expect(entries.length === 3 || torn).toBe(true)
    }
  })

  it('goes on in a new segment after a torn end, and keeps the torn one as it is', async () => {
    const layer = new MemoryLayer()
    const first = await writer(layer)
    for (const number of [1, 2]) await first.append(entry(number))
    const [path = ''] = segments(layer)
    const torn = (layer.files.get(path) ?? new Uint8Array()).slice(0, -5)
    layer.files.set(path, torn)
    const second = await writer(layer)
    await second.append(entry(3))
    expect((await read(layer)).entries).toEqual([entry(1), entry(3)])
    expect(layer.files.get(path)).toEqual(torn)
  })

  it('says that it could not save, and saves the next writing elsewhere', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    await journal.append(entry(1))
    layer.refuse = (call) => (call === 'sync' ? 'ENOSPC' : null)
    await expect(journal.append(entry(2))).rejects.toMatchObject({ code: 'ENOSPC' })
    layer.refuse = () => null
    await journal.append(entry(3))
    expect((await read(layer)).entries).toEqual([entry(1), entry(3)])
    expect(segments(layer)).toHaveLength(2)
  })

  it('refuses to guess when a line is damaged in the middle', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    for (const number of [1, 2, 3]) await journal.append(entry(number))
    const [path = ''] = segments(layer)
    const text = new TextDecoder().decode(layer.files.get(path)).replace('import 2', 'import 9')
    layer.files.set(path, new TextEncoder().encode(text))
    expect(await readJournal(FOLDER, CONSULTATION, layer, digest)).toMatchObject({
      failure: { type: 'JournalDamaged' },
    })
  })

  it('refuses a segment of another consultation', async () => {
    const layer = new MemoryLayer()
    const journal = new JournalWriter(FOLDER, 'another', await read(layer), layer, digest)
    await journal.append(entry(1))
    expect((await readJournal(FOLDER, CONSULTATION, layer, digest)).ok).toBe(false)
  })
})
