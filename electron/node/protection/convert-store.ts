import { dirname, join } from 'node:path'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { sealedLayer, type SealedPlace } from '../disk/sealed-layer.ts'
import { createFile } from '../disk/whole-file.ts'
import { storePlace, type StorePlace } from '../store/store-place.ts'
import { PROTECTION, writeProtection, type Protection } from './protection-file.ts'

/** Sealed with a new protection, or back in clear. */
export type Into = { readonly protection: Protection; readonly key: Uint8Array } | 'clear'

/** Where a store is written anew, and the word that it is whole, with the name under which the former one is put away. */
const workPlaces = (dataFolder: string, consultation: string) => {
  const work = join(dataFolder, 'protecting', consultation)
  const at = (name: string): StorePlace => ({
    folder: join(work, name, 'store'),
    copies: join(work, name, 'copies'),
    consultation,
  })
  return { work, fresh: at('new'), formerAt: at, word: join(work, 'whole.json') }
}

/** In each folder written anew, the first file to come and the last to go. */
const FRESH = 'written-anew'
const PARTS = ['folder', 'copies'] as const

/**
 * Writes a closed store and its copies anew, sealed or in clear, beside; compares every file; and only then changes one for
 * the other. Stopped at any moment, the store is the former one or the new one once `finishConversion` has run. `layer`
 * reads what is there now.
 */
export async function convertStore(
  dataFolder: string,
  consultation: string,
  into: Into,
  { layer, disk }: { readonly layer: FileLayer; readonly disk: FileLayer },
): Promise<void> {
  const live = storePlace(dataFolder, consultation)
  const { work, fresh, word } = workPlaces(dataFolder, consultation)
  await clearAway(dataFolder, consultation, disk)
  const sealed: SealedPlace[] = into === 'clear' ? [] : [{ folders: [fresh.folder, fresh.copies], key: into.key }]
  const target = sealedLayer(disk, () => sealed)
  for (const part of PARTS) {
    await disk.makeFolder(fresh[part])
    await createFile(disk, join(fresh[part], FRESH), new Uint8Array())
    await copyFiles(live[part], fresh[part], layer, target)
  }
  if (into !== 'clear') await writeProtection(fresh, into.protection, disk)
  for (const folder of [dirname(fresh.folder), work, dirname(work), dataFolder]) await disk.syncFolder(folder)
  const former = `former-${(await disk.list(work)).length}`
  await createFile(disk, word, new TextEncoder().encode(JSON.stringify({ former })))
  await finish(dataFolder, consultation, former, disk)
}

/** Where conversions are done: its lock says that one is under way. */
export const conversionFolder = (dataFolder: string, consultation: string): string =>
  workPlaces(dataFolder, consultation).work

/** Consultations of which a stop left a conversion half done. */
export async function halfConverted(dataFolder: string, disk: FileLayer): Promise<readonly string[]> {
  const found: string[] = []
  for (const consultation of await disk.list(join(dataFolder, 'protecting'))) {
    const { word, fresh } = workPlaces(dataFolder, consultation)
    const isBegun = (await isFresh(fresh.folder, disk)) || (await isFresh(fresh.copies, disk))
    if (isBegun || (await disk.read(word)) !== null) found.push(consultation)
  }
  return found
}

/** Carries on what a stop left: a store that was whole takes its place, one that was not is forgotten. */
export async function finishConversion(dataFolder: string, consultation: string, disk: FileLayer): Promise<void> {
  const { word } = workPlaces(dataFolder, consultation)
  const former = formerIn(await disk.read(word))
  if (former === null) await clearAway(dataFolder, consultation, disk)
  else await finish(dataFolder, consultation, former, disk)
}

function formerIn(word: Uint8Array | null): string | null {
  try {
    const { former } = JSON.parse(new TextDecoder().decode(word ?? new Uint8Array())) as { former?: unknown }
    return typeof former === 'string' ? former : null
  } catch {
    return null
  }
}

async function copyFiles(from: string, to: string, layer: FileLayer, target: FileLayer): Promise<void> {
  await target.makeFolder(to)
  for (const name of await layer.list(from)) {
    if (name === PROTECTION || name.startsWith('lock-')) continue
    const [source, copy] = [join(from, name), join(to, name)]
    const bytes = await contentOf(source, layer)
    if (bytes === 'folder') await copyFiles(source, copy, layer, target)
    else if (bytes !== null) {
      await createFile(target, copy, bytes)
      const back = await target.read(copy)
      if (back === null || Buffer.compare(back, bytes) !== 0) {
        throw Object.assign(new Error('A file does not read back'), { code: 'EIO' })
      }
    }
  }
}

/** From here on the new store is the store: each renaming is done once, whatever was done of them before. */
async function finish(dataFolder: string, consultation: string, formerName: string, disk: FileLayer): Promise<void> {
  const live = storePlace(dataFolder, consultation)
  const { fresh, formerAt, work, word } = workPlaces(dataFolder, consultation)
  const former = formerAt(formerName)
  const folders = [dirname(former.folder), dirname(live.folder), dirname(live.copies)]
  for (const folder of folders) await disk.makeFolder(folder)
  for (const part of PARTS) {
    if (!(await isFresh(fresh[part], disk))) continue
    if ((await disk.list(live[part])).length > 0) await disk.rename(live[part], former[part])
    await disk.rename(fresh[part], live[part])
  }
  for (const folder of [...folders, dirname(fresh.folder), work]) await disk.syncFolder(folder)
  for (const part of PARTS) await removeFiles(former[part], disk)
  for (const part of PARTS) await disk.remove(join(live[part], FRESH))
  await disk.remove(word)
  await disk.syncFolder(work)
}

async function clearAway(dataFolder: string, consultation: string, disk: FileLayer): Promise<void> {
  const { fresh, word } = workPlaces(dataFolder, consultation)
  for (const part of PARTS) {
    await removeFiles(fresh[part], disk, FRESH)
    await disk.remove(join(fresh[part], FRESH))
  }
  // One that was cut in the middle says nothing.
  await disk.remove(word)
}

const isFresh = async (folder: string, disk: FileLayer): Promise<boolean> =>
  (await disk.read(join(folder, FRESH))) !== null

async function removeFiles(folder: string, disk: FileLayer, but = ''): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (name === but) continue
    const path = join(folder, name)
    if ((await contentOf(path, disk)) === 'folder') await removeFiles(path, disk)
    else await disk.remove(path)
  }
}

async function contentOf(path: string, layer: FileLayer): Promise<Uint8Array | 'folder' | null> {
  try {
    const bytes = await layer.read(path)
    return bytes === null && (await layer.list(path)).length > 0 ? 'folder' : bytes
  } catch (error) {
    if (codeOf(error) === 'EISDIR') return 'folder'
    throw error
  }
}
