import { expect, it } from 'vitest'
import { clock, digest, randomBytes } from '#node/machine.ts'
import { openStore, type ConsultationStore } from '#node/store/consultation-store.ts'
import type { Entry } from '#node/store/entry.ts'
import { storePlace } from '#node/store/store-place.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { aProcess } from '../../build/node-side.ts'

const place = storePlace('/data', 'consultation-of-a-test')
const SEGMENT = `${place.folder}/journal-000001.rapj`
const point = (label: string): Entry => ({ type: 'point', at: 1, reason: 'named', label })

async function opened(layer: MemoryLayer): Promise<ConsultationStore> {
  const store = await openStore(place, { layer, digest, randomBytes, clock, self: aProcess() }, { begin: true })
  if (!store.ok) throw new Error(store.failure.type)
  return store.value
}

const textOf = (layer: MemoryLayer, path: string): string => new TextDecoder().decode(layer.files.get(path))

/** A consultation whose program was killed, and whose last writing is then cut or changed. */
async function stopped(change: (text: string) => string): Promise<{ layer: MemoryLayer; left: string }> {
  const layer = new MemoryLayer()
  const store = await opened(layer)
  for (const label of ['un', 'deux']) await store.append(point(label))
  const left = change(textOf(layer, SEGMENT))
  layer.files.set(SEGMENT, new TextEncoder().encode(left))
  return { layer, left }
}

it.each([
  ['was cut', (text: string) => text.slice(0, -30)],
  ['has changed', (text: string) => text.replace('deux', 'dewx')],
])('the last writing of a consultation, when it %s, is kept aside as it was found', async (_how, change) => {
  const { layer, left } = await stopped(change)
  await opened(layer)
  const aside = [...layer.files.keys()].filter((path) => path.startsWith(`${place.folder}/aside/`))
  expect(aside.map((path) => textOf(layer, path))).toEqual([left])
})

it('a consultation that was not closed is told so once, also when nothing is written in it after', async () => {
  const { layer } = await stopped((text) => text)
  const types = async () => (await opened(layer)).found.map(({ type }) => type)
  expect(await types()).toContain('NotClosed')
  expect(await types()).not.toContain('NotClosed')
})

it('a damaged line in the middle stays byte for byte, also when what a stop left is sealed', async () => {
  const { layer } = await stopped((text) => text)
  const bytes = layer.files.get(SEGMENT)?.slice() ?? new Uint8Array()
  // No text has this byte.
  bytes[Buffer.from(bytes).indexOf('\n') + 60] = 0xff
  layer.files.set(SEGMENT, bytes)
  expect((await opened(layer)).found.map(({ type }) => type)).toContain('Lost')
  const sealed = layer.files.get(SEGMENT) ?? new Uint8Array()
  expect(Buffer.compare(sealed.subarray(0, bytes.length), bytes)).toBe(0)
  expect(sealed.length).toBeGreaterThan(bytes.length)
})
