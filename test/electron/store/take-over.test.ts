import { describe, expect, it } from 'vitest'
import { clock, digest, randomBytes } from '#node/machine.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { openStore, type ConsultationStore } from '#node/store/consultation-store.ts'
import type { Entry } from '#node/store/entry.ts'
import { storePlace } from '#node/store/store-place.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { aProcess } from '../../build/node-side.ts'

const place = storePlace('/data', 'consultation-of-a-test')
const point = (label: string): Entry => ({ type: 'point', at: 1, reason: 'named', label })

async function openedOn(layer: FileLayer, host: string, takeOver = false): Promise<ConsultationStore> {
  const ports = { layer, digest, randomBytes, clock, self: aProcess(host) }
  const store = await openStore(place, ports, { begin: true, takeOver })
  if (!store.ok) throw new Error(store.failure.type)
  return store.value
}

/** The same disk, on which flushes wait from the moment they are told to. */
function slowToFlush(disk: MemoryLayer) {
  let until: Promise<unknown> | undefined
  const open: FileLayer['open'] = async (path, how) => ({
    ...(await disk.open(path, how)),
    sync: async () => void (await until),
  })
  const layer = new Proxy<FileLayer>(disk, {
    get: (_target, call: keyof FileLayer) => (call === 'open' ? open : disk[call].bind(disk)),
  })
  return { layer, wait: (given: Promise<unknown>) => void (until = given) }
}

describe('a consultation that another computer has taken over', () => {
  it('is no longer written to from here, and what is written here is not called saved', async () => {
    const disk = new MemoryLayer()
    const here = await openedOn(disk, 'BUREAU-3')
    await here.append(point('avant'))
    const there = await openedOn(disk, 'PORTABLE', true)
    await expect(here.append(point('trop tard'))).rejects.toMatchObject({ code: 'TAKEN_OVER' })
    expect(await there.history()).toEqual([point('avant')])
    expect(new TextDecoder().decode(Buffer.concat([...disk.files.values()]))).not.toContain('trop tard')
  })

  it('does not call saved here what the disk took only after the other had read it', async () => {
    const disk = new MemoryLayer()
    const slow = slowToFlush(disk)
    const here = await openedOn(slow.layer, 'BUREAU-3')
    await here.append(point('avant'))
    slow.wait(openedOn(disk, 'PORTABLE', true))
    await expect(here.append(point('pendant'))).rejects.toMatchObject({ code: 'TAKEN_OVER' })
  })
})
