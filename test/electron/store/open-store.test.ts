import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { clock, digest, randomBytes } from '#node/machine.ts'
import { openStore, type ConsultationStore } from '#node/store/consultation-store.ts'
import type { Entry } from '#node/store/entry.ts'
import type { Self } from '#node/store/lock.ts'
import { makeSnapshot } from '#node/store/make-snapshot.ts'
import { generationsIn } from '#node/store/snapshot.ts'
import { storePlace } from '#node/store/store-place.ts'
import type { OpenOptions } from '#node/store/store-ports.ts'
import { stateOf } from '#node/store/store-state.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { aProcess } from '../../build/node-side.ts'
import { aWorkspace } from '../../build/workspace.ts'

const start = aWorkspace('opening').session('Plénière', 1).speaker('Awa Diop')
const operations = [...start.device.operations.values()]
const place = storePlace('/data', start.device.author.consultation)
const THIRD = Math.floor(operations.length / 3)
/** Three entries that say different things. */
const said: readonly Entry[] = [0, 1, 2].map((part) => ({
  type: 'batch',
  label: `part ${part}`,
  operations: operations.slice(part * THIRD, part === 2 ? undefined : (part + 1) * THIRD),
}))

let layer: MemoryLayer
beforeEach(() => {
  layer = new MemoryLayer()
})

const tryOpen = (options: OpenOptions = {}, self: Self = aProcess()) =>
  openStore(place, { layer, digest, randomBytes, clock, self }, options)

async function opened(options: OpenOptions = {}, self?: Self): Promise<ConsultationStore> {
  const store = await tryOpen(options, self)
  if (!store.ok) throw new Error(store.failure.type)
  return store.value
}

/** A store that was written to in three runs, each closed. */
async function written(entries: readonly Entry[] = said): Promise<ConsultationStore> {
  let store = await opened({ begin: true })
  for (const entry of entries) {
    await store.append(entry)
    await store.close()
    store = await opened()
  }
  await store.close()
  return store
}

const snapshot = (store: ConsultationStore, at = clock()): Promise<void> =>
  makeSnapshot({ ...place, settled: store.settled, at }, layer, digest)
/** What all three entries add up to. */
const ALL = canonicalHash(stateOf(said).fold, digest)
const hashOf = ({ state }: ConsultationStore): string => canonicalHash(state.fold, digest)
const typesOf = ({ found }: ConsultationStore): string[] => found.map(({ type }) => type)
const flip = (path: string, at: number): void => {
  const bytes = layer.files.get(path)?.slice() ?? new Uint8Array()
  bytes[at] = (bytes[at] ?? 0) ^ 1
  layer.files.set(path, bytes)
}
const segment = (number: number): string => `journal-00000${number}.rapj`

describe('opening a store', () => {
  it('begins none where none is, unless it is asked to', async () => {
    expect(await tryOpen()).toEqual({ ok: false, failure: { type: 'ConsultationNotFound' } })
    expect(layer.files.size).toBe(0)
    expect((await opened({ begin: true })).isNew).toBe(true)
  })

  it('never takes a store whose journal has gone for an empty one', async () => {
    const store = await written()
    await snapshot(store)
    for (const path of layer.files.keys()) if (path.startsWith(place.folder)) layer.files.delete(path)
    const back = await opened()
    expect([back.isNew, hashOf(back), typesOf(back)]).toEqual([false, hashOf(store), ['Mended']])
    expect([...layer.files.keys()]).toContain(join(place.folder, segment(1)))
  })

  it('says nothing when nothing is wrong, and that it was not closed when it was not', async () => {
    const store = await written()
    const first = await opened()
    expect([typesOf(first), hashOf(first)]).toEqual([[], hashOf(store)])
    await first.append({ type: 'point', at: 1, reason: 'named', label: 'here' })
    expect(typesOf(await opened())).toEqual(['NotClosed', 'LockTakenOver'])
  })

  it('is the same from a generation and from the journal alone', async () => {
    const store = await written()
    await snapshot(store)
    const quick = await opened()
    await quick.close()
    for (const { name } of await generationsIn(place.copies, layer)) layer.files.delete(join(place.copies, name))
    expect(hashOf(await opened())).toBe(hashOf(quick))
  })
})

describe('a damaged store', () => {
  it('is put right from the copy of the segment, which is kept aside under its date', async () => {
    const store = await written()
    await snapshot(store)
    for (const { name } of await generationsIn(place.copies, layer)) flip(join(place.copies, name), 80)
    flip(join(place.folder, segment(2)), 300)
    const back = await opened()
    expect([hashOf(back), typesOf(back)]).toEqual([hashOf(store), ['Mended', 'SnapshotDamaged']])
    expect(back.identity.stream).toBe(store.identity.stream)
    const aside = [...layer.files.keys()].filter((path) => path.includes('/aside/'))
    expect(aside.map((path) => /\d{4}-\d\d-\d\d.*-(journal|snapshot)/.test(path))).toEqual([true, true])
    await back.close()
    expect(typesOf(await opened())).toEqual([])
  })

  it('gives what is left, tells once what is lost, and writes in a new stream', async () => {
    const store = await written()
    flip(join(place.folder, segment(2)), 300)
    const back = await opened()
    expect(back.found).toEqual([{ type: 'Lost', writings: 1, files: [segment(2)] }])
    expect(back.identity.stream).not.toBe(store.identity.stream)
    await back.append({ type: 'point', at: 1, reason: 'named', label: 'after' })
    await back.close()
    const later = await opened()
    expect([typesOf(later), later.identity.stream]).toEqual([[], back.identity.stream])
    expect(await later.history()).toHaveLength(3)
  })

  it('tells the damage of the very last writing, which is not one that stopped half way', async () => {
    const store = await opened({ begin: true })
    for (const entry of said) await store.append(entry)
    const path = join(place.folder, segment(1))
    flip(path, (layer.files.get(path)?.length ?? 0) - 40)
    const back = await opened()
    expect(typesOf(back)).toEqual(['LastUnreadable', 'LockTakenOver'])
    expect(back.identity.stream).not.toBe(store.identity.stream)
    await back.append({ type: 'point', at: 1, reason: 'named', label: 'after' })
    await snapshot(back)
    expect(await generationsIn(place.copies, layer)).toHaveLength(1)
    await back.close()
    expect(typesOf(await opened())).toEqual([])
  })

  it('never says that nothing is lost of a store whose only writing cannot be read', async () => {
    const store = await opened({ begin: true })
    await store.append({ type: 'together', label: 'begin', entries: [] })
    const path = join(place.folder, segment(1))
    layer.files.set(path, layer.files.get(path)?.slice(0, -30) ?? new Uint8Array())
    expect((await opened()).found).toContainEqual({ type: 'Lost', writings: 1, files: [segment(1)] })
  })

  it('goes back to the former generation, when the newest is damaged', async () => {
    const store = await written(said.slice(0, 2))
    await snapshot(store, 1_000)
    const more = await opened()
    await more.append(said[2] as Entry)
    await more.close()
    await snapshot(more, 2_000)
    const [newest] = await generationsIn(place.copies, layer)
    flip(join(place.copies, newest?.name ?? ''), 80)
    const back = await opened()
    expect([hashOf(back), typesOf(back)]).toEqual([ALL, ['SnapshotDamaged']])
  })

  it('notices that the whole store is an older one than its copies', async () => {
    const store = await written(said.slice(0, 2))
    const older = new Map(layer.files)
    const more = await opened()
    await more.append(said[2] as Entry)
    await more.close()
    await snapshot(more)
    for (const path of layer.files.keys()) if (path.startsWith(place.folder)) layer.files.delete(path)
    for (const [path, bytes] of older) layer.files.set(path, bytes)
    const back = await opened()
    expect(hashOf(back)).toBe(ALL)
    expect(hashOf(store)).not.toBe(ALL)
    expect(typesOf(back)).toContain('Mended')
  })
})

describe('whose store it is', () => {
  it('is read only for a second program, which is told who has it, until the first has closed', async () => {
    const host = 'BUREAU-3'
    const running = new Set<number>()
    const program = (pid: number): Self => ({ host, pid, startOf: (asked) => (running.has(asked) ? `${asked}` : null) })
    running.add(1).add(2)
    const first = await opened({ begin: true }, program(1))
    await first.append(said[0] as Entry)
    const second = await opened({}, program(2))
    expect(second.readOnly).toMatchObject({ type: 'OpenElsewhere', host, isThisComputer: true })
    await expect(second.append(said[1] as Entry)).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect(hashOf(second)).not.toBe('')
    await first.close()
    expect((await opened({}, program(2))).readOnly).toBeNull()
  })

  it('takes over from a program that runs no more, and not from one of another computer until it is told to', async () => {
    const store = await opened({ begin: true }, aProcess('BUREAU-3'))
    await store.append(said[0] as Entry)
    const same = await opened({}, aProcess('BUREAU-3'))
    expect([same.readOnly, typesOf(same)]).toEqual([null, ['NotClosed', 'LockTakenOver']])
    const other = await opened({}, aProcess('PORTABLE'))
    expect(other.readOnly).toMatchObject({ host: 'BUREAU-3', isThisComputer: false })
    expect((await opened({ takeOver: true }, aProcess('PORTABLE'))).readOnly).toBeNull()
  })

  it('gives the lock to one program only, when two find it stale together', async () => {
    await (await opened({ begin: true })).append(said[0] as Entry)
    const both = await Promise.all([
      opened({}, aProcess('PORTABLE')),
      opened({ takeOver: true }),
      opened({ takeOver: true }),
    ])
    expect(both.filter(({ readOnly }) => readOnly === null)).toHaveLength(1)
  })

  it('opens a new stream on another computer and for a copy, and keeps its own here', async () => {
    const store = await written()
    expect((await opened({}, aProcess())).identity.stream).toBe(store.identity.stream)
    expect((await opened({ takeOver: true }, aProcess('PORTABLE'))).identity.stream).not.toBe(store.identity.stream)
    const copy = storePlace('/copied', place.consultation)
    const files = new Map(layer.files)
    for (const [path, bytes] of files) layer.files.set(path.replace('/data/', '/copied/'), bytes)
    const copied = await openStore(copy, { layer, digest, randomBytes, clock, self: aProcess() })
    expect(copied.ok && copied.value.identity.stream).not.toBe(store.identity.stream)
  })

  it('opens what a newer program wrote to be read, and writes nothing', async () => {
    const store = await written()
    const marker = join(place.folder, 'store.json')
    layer.files.set(marker, new TextEncoder().encode(JSON.stringify({ format: 3, consultation: place.consultation })))
    const before = new Map(layer.files)
    const back = await opened()
    expect(back.readOnly).toEqual({ type: 'TooNew', found: 3, supported: 2 })
    expect([hashOf(back), layer.files]).toEqual([hashOf(store), before])
  })

  it('opens to be read when the disk takes nothing', async () => {
    const store = await written()
    layer.refuse = (call) => (call === 'write' || call === 'open' ? 'EROFS' : null)
    const back = await opened()
    expect([back.readOnly, hashOf(back)]).toEqual([{ type: 'CannotWrite', code: 'EROFS' }, hashOf(store)])
  })
})
