import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StoredFiles } from '#node/store/files.ts'
import { FailingDisk, theNth } from '../../build/disks/failing-disk.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const PLACE = { folder: '/data/consultations/c', copies: '/data/copies/c' }
const PHOTO = new TextEncoder().encode('A flip chart, photographed')
const DIGEST = createHash('sha256').update(PHOTO).digest('hex')
const OWN = `${PLACE.folder}/files/${DIGEST.slice(0, 2)}/${DIGEST}`
const COPY = `${PLACE.copies}/files/${DIGEST.slice(0, 2)}/${DIGEST}`

function aStore(layer = new MemoryLayer()) {
  return { layer, files: new StoredFiles(PLACE, layer) }
}

const bytesIn = async (files: StoredFiles, digest = DIGEST): Promise<Uint8Array | string> => {
  const read = await files.read(digest)
  return read.ok ? Uint8Array.from(read.value) : read.failure.type
}

describe('files of a store', () => {
  it('are kept once by what they hold, in the store and in the second place', async () => {
    const { layer, files } = aStore()
    expect([await files.put(PHOTO), await files.put(PHOTO)]).toEqual([DIGEST, DIGEST])
    expect([...layer.files.keys()].toSorted()).toEqual([OWN, COPY].toSorted())
    expect(await bytesIn(files)).toEqual(PHOTO)
    expect([await files.list(), await files.has(DIGEST)]).toEqual([[DIGEST], true])
  })

  it('are given and put right from the copy when a byte has changed or the file is gone', async () => {
    for (const harm of [() => Uint8Array.from([1, 2, 3]), () => null]) {
      const { layer, files } = aStore()
      await files.put(PHOTO)
      const left = harm()
      if (left === null) layer.files.delete(OWN)
      else layer.files.set(OWN, left)
      expect(await bytesIn(files)).toEqual(PHOTO)
      expect(Uint8Array.from(layer.files.get(OWN) ?? [])).toEqual(PHOTO)
    }
  })

  it('say what is wrong when neither place has them whole', async () => {
    const { layer, files } = aStore()
    expect(await bytesIn(files)).toBe('FileNotHere')
    expect(await bytesIn(files, '../store.json')).toBe('FileNotHere')
    layer.files.set(OWN, Uint8Array.from([0]))
    expect(await bytesIn(files)).toBe('FileDamaged')
  })

  it('are only read where nothing may be written', async () => {
    const { layer, files } = aStore()
    await files.put(PHOTO)
    layer.files.delete(OWN)
    const reading = new StoredFiles(PLACE, layer, false)
    expect(await bytesIn(reading)).toEqual(PHOTO)
    await expect(reading.put(new Uint8Array([1]))).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect([...layer.files.keys()]).toEqual([COPY])
  })

  it('go from both places, with the half of an unfinished writing', async () => {
    const { layer, files } = aStore()
    await files.put(PHOTO)
    layer.files.set(OWN.replace(DIGEST, `.${DIGEST}.0.part`), PHOTO)
    await files.remove(DIGEST)
    expect([...layer.files.keys()]).toEqual([])
  })

  it('are copied to the place that lacks them', async () => {
    const { layer, files } = aStore()
    layer.refuse = (call, path) => (call === 'open' && path.startsWith(PLACE.copies) ? 'ENOSPC' : null)
    await files.put(PHOTO)
    expect(layer.files.has(COPY)).toBe(false)
    layer.refuse = () => null
    await files.mirror()
    expect(layer.files.has(COPY)).toBe(true)
  })

  it('are whole or not there, whichever call of a disk fails or is the last', async () => {
    const { layer, files } = aStore(new MemoryLayer())
    await files.put(new Uint8Array([9]))
    const counting = new FailingDisk(layer)
    await new StoredFiles(PLACE, counting).put(PHOTO)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: counting.asked.length }),
        fc.constantFrom('ENOSPC', 'EIO', 'crash', 'short'),
        async (n, fault) => {
          const disk = new MemoryLayer()
          const failing = new FailingDisk(disk, theNth(n, fault))
          const put = new StoredFiles(PLACE, failing).put(PHOTO).then(
            () => true,
            () => false,
          )
          const isSaid = await Promise.race([put, failing.crashed.then(() => false)])
          const found = await bytesIn(new StoredFiles(PLACE, disk))
          expect(isSaid ? [PHOTO] : [PHOTO, 'FileNotHere']).toContainEqual(found)
          // What failed can be done again, and is then there.
          await new StoredFiles(PLACE, disk).put(PHOTO)
          expect(await bytesIn(new StoredFiles(PLACE, disk))).toEqual(PHOTO)
        },
      ),
    )
  })

  it('are swept when nothing names them, but not what is about to be named', async () => {
    const { files } = aStore()
    const named = await files.put(new Uint8Array([1]))
    await files.put(new Uint8Array([2]))
    const names = new Set([named])
    const orphansOf = async (all: readonly string[]) => all.filter((one) => !names.has(one))
    let sweeping = Promise.resolve()
    await files.keep([PHOTO], async ([digest = '']) => {
      sweeping = files.sweep(orphansOf)
      await new Promise((resume) => setTimeout(resume, 5))
      names.add(digest)
    })
    await sweeping
    expect(await files.list()).toEqual([named, DIGEST].toSorted())
    // One that is put and named while a sweep looks is not taken by what the sweep saw before.
    let isFirst = true
    await files.sweep(async (all) => {
      if (!isFirst) return orphansOf(all)
      isFirst = false
      const orphan = await files.put(new Uint8Array([3]))
      await files.keep([new Uint8Array([3])], async ([digest = '']) => void names.add(digest))
      return [orphan]
    })
    expect(await files.list()).toEqual([...names].toSorted())
    expect(names.size).toBe(3)
  })
})
