import { describe, expect, it } from 'vitest'
import { isClear, openFrames, sealedLayer, sealFrame } from '#node/disk/sealed-layer.ts'
import { randomBytes } from '#node/machine.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const key = randomBytes(32)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? undefined)
const LINES = ['première\n', 'deuxième\n', 'troisième\n']

const sealed = (): Buffer => Buffer.concat(LINES.map((line) => sealFrame(bytesOf(line), key)))

describe('a sealed file', () => {
  it('gives back what was written, each writing sealed by itself', async () => {
    const disk = new MemoryLayer()
    const layer = sealedLayer(disk, () => [{ folders: ['/data/store'], key }])
    const file = await layer.open('/data/store/journal-000001.rapj', 'new')
    for (const line of LINES) expect(await file.write(bytesOf(line))).toBe(bytesOf(line).length)
    await file.close()
    expect(textOf(await layer.read('/data/store/journal-000001.rapj'))).toBe(LINES.join(''))
    expect(textOf(await disk.read('/data/store/journal-000001.rapj'))).not.toContain('deuxième')
  })

  it('is never the same twice, so that nothing is learnt from two copies', () => {
    expect(sealed().equals(sealed())).toBe(false)
  })

  it('leaves in clear what says that a store is there, and all that is elsewhere', async () => {
    const disk = new MemoryLayer()
    const layer = sealedLayer(disk, () => [{ folders: ['/data/store'], key }])
    for (const path of ['/data/store/store.json', '/data/store/lock-000001.json', '/data/storeroom/note.txt']) {
      const file = await layer.open(path, 'new')
      await file.write(bytesOf('lisible'))
      expect(textOf(await disk.read(path))).toBe('lisible')
    }
    expect(isClear('/data/store/.protection.json.6f0e.part')).toBe(true)
    expect(isClear('/data/store/summary.json')).toBe(false)
  })

  it('loses the damaged frame alone, whichever of its bytes has changed', () => {
    const file = sealed()
    const second = sealFrame(bytesOf(LINES[0] ?? ''), key).length
    const third = second + sealFrame(bytesOf(LINES[1] ?? ''), key).length
    for (let at = second; at < third; at += 1) {
      const damaged = Uint8Array.from(file)
      damaged[at] = (damaged[at] ?? 0) ^ 16
      expect(textOf(openFrames(damaged, key))).toBe('première\ndamaged\ntroisième\n')
    }
  })

  it('loses its end alone when it is cut anywhere', () => {
    const file = sealed()
    const second = sealFrame(bytesOf(LINES[0] ?? ''), key).length
    for (let length = second + 1; length < second + 40; length += 1) {
      expect(textOf(openFrames(file.subarray(0, length), key))).toBe('première\ndamaged\n')
    }
  })

  it('goes on after a writing that was cut, when more was written behind it', () => {
    const cut = sealFrame(bytesOf('coupée\n'), key).subarray(0, 30)
    const file = Buffer.concat([sealFrame(bytesOf('avant\n'), key), cut, sealFrame(bytesOf('après\n'), key)])
    expect(textOf(openFrames(file, key))).toBe('avant\ndamaged\naprès\n')
  })

  it('says nothing to another key, nor of a file that was never sealed', () => {
    expect(textOf(openFrames(sealed(), randomBytes(32)))).toBe('damaged\n')
    expect(textOf(openFrames(bytesOf('en clair'), key))).toBe('damaged\n')
    expect(textOf(openFrames(new Uint8Array(), key))).toBe('')
  })
})
