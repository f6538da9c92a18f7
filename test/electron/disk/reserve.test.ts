import { describe, expect, it } from 'vitest'
import { randomBytes } from '#node/machine.ts'
import { Reserve } from '#node/disk/reserve.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

describe('the reserve', () => {
  it('keeps ten megabytes, gives them up once, and takes them again when there is room', async () => {
    const layer = new MemoryLayer()
    const reserve = new Reserve('/data', layer, randomBytes)
    await reserve.fill()
    expect([layer.files.get('/data/reserve')?.length, reserve.isSpent]).toEqual([10_000_000, false])
    expect([await reserve.giveUp(), await reserve.giveUp(), layer.files.size]).toEqual([true, false, 0])
    await reserve.fill()
    expect(reserve.isSpent).toBe(false)
  })

  it('is given up also before it was looked for: a full disk may refuse the very lock', async () => {
    const layer = new MemoryLayer()
    await new Reserve('/data', layer, randomBytes).fill()
    expect([await new Reserve('/data', layer, randomBytes).giveUp(), layer.files.size]).toEqual([true, 0])
  })

  it('is a matter of a disk that has no room for it, and stops nothing', async () => {
    const layer = new MemoryLayer()
    layer.refuse = (call) => (call === 'write' ? 'ENOSPC' : null)
    const reserve = new Reserve('/data', layer, randomBytes)
    await reserve.fill()
    expect([reserve.isSpent, layer.files.size, await reserve.giveUp()]).toEqual([true, 0, false])
  })
})
