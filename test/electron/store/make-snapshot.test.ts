import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clock, digest, randomBytes } from '#node/machine.ts'
import { openStore } from '#node/store/consultation-store.ts'
import { makeSnapshot } from '#node/store/make-snapshot.ts'
import { storePlace } from '#node/store/store-place.ts'
import { aWorkspace } from '../../build/workspace.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { aProcess } from '../../build/node-side.ts'

it('a snapshot clears away what an earlier one left half written, and nothing of what others write beside it', async () => {
  const { device } = aWorkspace('snapshots').session('Plénière', 1)
  const place = storePlace('/data', device.author.consultation)
  const layer = new MemoryLayer()
  const opened = async () => {
    const ports = { layer, digest, randomBytes, clock, self: aProcess() }
    const store = await openStore(place, ports, { begin: true })
    if (!store.ok) throw new Error(store.failure.type)
    return store.value
  }
  const first = await opened()
  await first.append({ type: 'batch', label: 'begin', operations: [...device.operations.values()] })
  await first.close()
  // What an earlier run wrote is settled.
  const { settled } = await opened()
  const half = (name: string): string => join(place.copies, `.${name}.0b1c.part`)
  for (const name of ['snapshot-3-1.json', 'protection.json']) layer.files.set(half(name), new Uint8Array([1]))
  await makeSnapshot({ ...place, settled, at: clock() }, layer, digest)
  expect([...layer.files.keys()].filter((path) => path.endsWith('.part'))).toEqual([half('protection.json')])
})
