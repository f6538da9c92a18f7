import { describe, expect, it } from 'vitest'
import { digest } from '#node/machine.ts'
import type { Entry } from '#node/store/entry.ts'
import { JournalWriter, readJournal, type JournalContent } from '#node/store/journal.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const FOLDER = '/store'
const CONSULTATION = 'consultation-of-a-test'

const entry = (number: number): Entry => ({ type: 'withdraw', import: `import ${number}` })
const segments = (layer: MemoryLayer): string[] => [...layer.files.keys()].toSorted()

async function read(layer: MemoryLayer): Promise<JournalContent> {
  const content = await readJournal(FOLDER, CONSULTATION, layer, digest)
  if (!content.ok) throw new Error(content.failure.segment)
  return content.value
}

const writer = async (layer: MemoryLayer): Promise<JournalWriter> =>
  new JournalWriter(FOLDER, CONSULTATION, await read(layer), layer, digest)

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
    expect((await read(layer)).entries).toEqual([entry(1), entry(4)])
    expect(segments(layer)).toHaveLength(3)
  })

  it('is not taken for empty when only the first line of its last segment is damaged', async () => {
    const layer = new MemoryLayer()
    const journal = await writer(layer)
    await journal.append(entry(1))
    const [path = ''] = segments(layer)
    const bytes = layer.files.get(path)?.slice() ?? new Uint8Array()
    bytes[30] = 0
    layer.files.set(path, bytes)
    expect(await readJournal(FOLDER, CONSULTATION, layer, digest)).toMatchObject({
      failure: { type: 'JournalDamaged' },
    })
  })
})
