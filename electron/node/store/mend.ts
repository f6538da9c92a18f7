import { join } from 'node:path'
import type { FileLayer } from '../disk/file-layer.ts'
import { createFile, replaceFile, makeFolder } from '../disk/whole-file.ts'
import { segmentNumber, segmentsIn, type Damage, type JournalContent, type SegmentSource } from './read-journal.ts'

/** How many entries a journal should have and cannot give. */
export const lossesOf = ({ damages }: Pick<JournalContent, 'damages'>): number =>
  damages.reduce((sum, { lost }) => sum + (lost === null ? 0 : lost[1] - lost[0] + 1), 0)

/** The segments of a store, each from its copy where the store's own is damaged or not there. */
export interface MendedSource extends SegmentSource {
  /** Segments that were read from their copies. */
  readonly mended: ReadonlySet<string>
}

export function mendedSource(
  { folder, copies }: { readonly folder: string; readonly copies: string },
  damages: readonly Damage[],
  layer: FileLayer,
): MendedSource {
  const [own, copied] = [segmentsIn(folder, layer), segmentsIn(copies, layer)]
  const suspect = new Set(damages.map(({ segment }) => segment))
  const mended = new Set<string>()
  return {
    mended,
    list: async () => {
      const [here, there] = [await own.list(), await copied.list()]
      // An entry that is missing may have been at the end of the segment before.
      const doubtful = [...suspect]
      for (const name of doubtful)
        for (const other of here) if (other < name && isNext(other, name, here)) suspect.add(other)
      return [...new Set([...here, ...there])].filter((name) => segmentNumber(name) !== null)
    },
    read: async (name) => {
      const bytes = await own.read(name)
      if (bytes !== null && !suspect.has(name)) return bytes
      const copy = await copied.read(name)
      if (copy === null || (bytes !== null && Buffer.compare(bytes, copy) === 0)) return bytes
      mended.add(name)
      return copy
    },
  }
}

const isNext = (name: string, after: string, all: readonly string[]): boolean =>
  !all.some((other) => segmentNumber(other) !== null && other > name && other < after)

const datedName = (name: string, at: number): string =>
  `${new Date(at).toISOString().replaceAll(':', '-').slice(0, 19)}-${name}`

/** Puts a file aside under a dated name, in a folder beside; it is never removed. */
export async function keepAside(folder: string, name: string, at: number, layer: FileLayer): Promise<void> {
  const aside = join(folder, 'aside')
  await makeFolder(layer, aside)
  await layer.rename(join(folder, name), join(aside, datedName(name, at)))
  await layer.syncFolder(aside)
  await layer.syncFolder(folder)
}

/** Keeps what a file holds as `keepAside` does, and leaves it where it is. */
export async function copyAside(
  folder: string,
  name: string,
  bytes: Uint8Array,
  at: number,
  layer: FileLayer,
): Promise<void> {
  const aside = join(folder, 'aside')
  await makeFolder(layer, aside)
  await replaceFile(layer, join(aside, datedName(name, at)), bytes)
}

/** Puts the copies of damaged segments in their place; what was there is kept aside. */
export async function putBack(
  { folder, copies }: { readonly folder: string; readonly copies: string },
  names: Iterable<string>,
  at: number,
  layer: FileLayer,
): Promise<void> {
  for (const name of names) {
    const copy = await layer.read(join(copies, name))
    if (copy === null) continue
    if ((await layer.read(join(folder, name))) !== null) await keepAside(folder, name, at, layer)
    await createFile(layer, join(folder, name), copy)
  }
}

/** Copies settled segments to the second place, and reads each copy back. A copy is never written again. */
export async function mirrorSegments(
  { folder, copies }: { readonly folder: string; readonly copies: string },
  upToSegment: number,
  layer: FileLayer,
): Promise<void> {
  await makeFolder(layer, copies)
  const there = new Set(await layer.list(copies))
  for (const name of await layer.list(folder)) {
    const number = segmentNumber(name)
    if (number === null || number > upToSegment || there.has(name)) continue
    const bytes = await layer.read(join(folder, name))
    if (bytes === null) continue
    // Never half a copy under the name of a whole one.
    await replaceFile(layer, join(copies, name), bytes)
    const back = await layer.read(join(copies, name))
    if (back === null || Buffer.compare(back, bytes) !== 0) {
      await layer.remove(join(copies, name))
      throw Object.assign(new Error('A copy does not read back'), { code: 'EIO' })
    }
  }
}
