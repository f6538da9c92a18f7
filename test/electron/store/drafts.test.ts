import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '#node/machine.ts'
import { openDrafts, type Drafts } from '#node/store/drafts.ts'
import { aFolder } from '../../build/desktop.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const FOLDER = '/store'

function clockFrom(start: number): () => number {
  let now = start
  return () => (now += 1)
}

const open = (layer: FileLayer, folder = FOLDER): Promise<Drafts> =>
  openDrafts(folder, { layer, digest, clock: clockFrom(0) })

const texts = ({ drafts }: Drafts): Readonly<Record<string, string>> =>
  Object.fromEntries(drafts.map(({ key, text }) => [key, text]))

async function fileOf(layer: MemoryLayer): Promise<string> {
  const names = (await layer.list(FOLDER)).filter((name) => name.startsWith('drafts-'))
  expect(names).toHaveLength(1)
  return `${FOLDER}/${names[0]}`
}

describe('drafts', () => {
  it('are found again as they were last, with their moment, over several openings', async () => {
    const folder = await aFolder()
    const first = await open(diskLayer, folder)
    await first.keep('line a', 'Le log')
    const at = await first.keep('line a', 'Le logement')
    await first.keep('place', '{}')
    await first.close()
    const second = await open(diskLayer, folder)
    expect(second.drafts).toContainEqual({ key: 'line a', text: 'Le logement', at })
    await second.keep('place', '{"view":"review"}')
    await second.close()
    const third = await open(diskLayer, folder)
    expect(texts(third)).toEqual({ 'line a': 'Le logement', place: '{"view":"review"}' })
  })

  it('are forgotten once their text is empty', async () => {
    const layer = new MemoryLayer()
    const first = await open(layer)
    await first.keep('line a', 'Dit')
    await first.keep('line b', 'À dire')
    await first.keep('line a', '')
    expect(texts(first)).toEqual({ 'line b': 'À dire' })
    expect(texts(await open(layer))).toEqual({ 'line b': 'À dire' })
  })

  it('survive an end that was torn, and what follows is not joined to it', async () => {
    const layer = new MemoryLayer()
    const first = await open(layer)
    await first.keep('line a', 'Gardé')
    await first.keep('line b', 'Déchiré')
    const path = await fileOf(layer)
    layer.files.set(path, (layer.files.get(path) ?? new Uint8Array()).slice(0, -9))
    const second = await open(layer)
    expect(texts(second)).toEqual({ 'line a': 'Gardé' })
    await second.keep('line c', 'Ensuite')
    expect(texts(await open(layer))).toEqual({ 'line a': 'Gardé', 'line c': 'Ensuite' })
  })

  it('are those of the former file when the beginning of the new one never reached the disk', async () => {
    const layer = new MemoryLayer()
    const first = await open(layer)
    await first.keep('line a', 'Gardé')
    const former = await fileOf(layer)
    const bytes = layer.files.get(former) ?? new Uint8Array()
    const second = await open(layer)
    await second.keep('line b', 'Sous la main')
    const path = await fileOf(layer)
    layer.files.set(former, bytes)
    layer.files.set(path, (layer.files.get(path) ?? new Uint8Array()).slice().fill(0, 0, 20))
    expect(texts(await open(layer))).toHaveProperty(['line a'], 'Gardé')
  })

  it('never stop the opening, whatever byte of their file is damaged', async () => {
    const layer = new MemoryLayer()
    const first = await open(layer)
    await first.keep('line a', 'Un')
    await first.keep('line b', 'Deux')
    const path = await fileOf(layer)
    const whole = layer.files.get(path) ?? new Uint8Array()
    for (let at = 0; at < whole.length; at += 1) {
      layer.files.set(
        path,
        whole.map((byte, index) => (index === at ? byte ^ 0x55 : byte)),
      )
      const found = texts(await open(layer))
      expect(Object.keys(found).length).toBeGreaterThanOrEqual(1)
      expect({ 'line a': 'Un', 'line b': 'Deux' }).toMatchObject(found)
    }
  })

  it('stay short however long one types', async () => {
    const layer = new MemoryLayer()
    const first = await open(layer)
    for (let length = 1; length <= 300; length += 1) await first.keep('line a', 'mots '.repeat(length))
    const bytes = layer.files.get(await fileOf(layer)) ?? new Uint8Array()
    expect(bytes.length).toBeLessThan(300_000)
    expect(texts(await open(layer))).toEqual({ 'line a': 'mots '.repeat(300) })
  })

  it('go on in a new file after a refused flush, and say the refusal', async () => {
    const layer = new MemoryLayer()
    const first = await open(layer)
    await first.keep('line a', 'Un')
    const before = await fileOf(layer)
    layer.refuse = (call) => (call === 'sync' ? 'EIO' : null)
    await expect(first.keep('line b', 'Deux')).rejects.toMatchObject({ code: 'EIO' })
    await expect(first.keep('line b', 'Deux et')).rejects.toMatchObject({ code: 'EIO' })
    layer.refuse = () => null
    await first.keep('line b', 'Deux et trois')
    expect(await fileOf(layer)).not.toBe(before)
    expect(texts(await open(layer))).toEqual({ 'line a': 'Un', 'line b': 'Deux et trois' })
  })

  it('lose nothing that was said to be kept, whatever the disk refuses in between', { timeout: 30_000 }, async () => {
    const step = fc.record({
      key: fc.constantFrom('line a', 'line b', 'place'),
      text: fc.constantFrom('', 'un', 'deux', 'mots '.repeat(20_000)),
      refused: fc.option(fc.constantFrom('open', 'write', 'sync', 'remove', 'syncFolder')),
      reopened: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const layer = new MemoryLayer()
        let drafts = await open(layer)
        const said = new Map<string, readonly string[]>()
        for (const { key, text, refused, reopened } of steps) {
          layer.refuse = (call) => (call === refused ? 'EIO' : null)
          const isKept = await drafts.keep(key, text).then(
            () => true,
            () => false,
          )
          layer.refuse = () => null
          // What was refused may be there or not; what was accepted has replaced whatever came before.
          said.set(key, isKept ? [text] : [...(said.get(key) ?? ['']), text])
          if (reopened) drafts = await open(layer)
        }
        const found = texts(await open(layer))
        for (const [key, possible] of said) expect(possible).toContain(found[key] ?? '')
      }),
      { numRuns: 60 },
    )
  })
})
