import { expect, it } from 'vitest'
import { readMarker } from '#node/store/marker.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { done, nodeSide } from '../../build/node-side.ts'

it('a marker that says nothing is made again, and what it was is kept', async () => {
  const disk = new MemoryLayer()
  const first = await nodeSide('/data', disk)
  const { consultation, records } = done(await first.client['consultation.create']({ template: 'blank' }))
  await first.composed.close()
  const folder = `/data/consultations/${consultation}`
  disk.files.set(`${folder}/store.json`, new Uint8Array())
  const again = await nodeSide('/data', disk)
  expect(done(await again.client['consultation.open']({ consultation })).records).toHaveLength(records.length)
  await again.composed.close()
  expect(await readMarker(folder, disk)).toEqual({ format: 2, consultation })
  expect([...disk.files.keys()].filter((path) => path.startsWith(`${folder}/aside/`))).toHaveLength(1)
})
