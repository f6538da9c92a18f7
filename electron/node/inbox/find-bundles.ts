import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isArrivedName } from '#shared/exchange/bundle-names.ts'
import { FOLDER_LIMITS } from '#shared/exchange/limits.ts'

/** A file of contributions in a folder. */
export interface FoundBundle {
  readonly path: string
  /** Its way from the folder, with `/` whatever the system. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** When it was last written, milliseconds since 1970. */
  readonly at: number
  /** Blocks of 512 bytes that it takes on this disk. */
  readonly blocks: number
}

export interface FoundBundles {
  readonly files: readonly FoundBundle[]
  /** There is more than the limits let anyone look at. */
  readonly isCut: boolean
  /** Folders inside that the system does not let read. */
  readonly unread: readonly string[]
}

/**
 * Every file of contributions in a folder and the folders inside, in the order of their names. Links are not followed:
 * they could lead anywhere, or in a circle. Throws when the folder itself cannot be read.
 */
export async function findBundles(folder: string): Promise<FoundBundles> {
  const walk: Walk = { files: [], unread: [], isCut: false, looked: 0 }
  await lookInto(folder, '', 0, walk)
  const { files, unread, isCut } = walk
  return { files, unread, isCut }
}

interface Walk {
  readonly files: FoundBundle[]
  readonly unread: string[]
  isCut: boolean
  /** Names looked at. */
  looked: number
}

async function lookInto(folder: string, before: string, depth: number, walk: Walk): Promise<void> {
  const inside = await readdir(folder, { withFileTypes: true })
  for (const entry of inside.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    walk.looked += 1
    walk.isCut ||= walk.looked > FOLDER_LIMITS.names
    if (walk.isCut) return
    const [path, name] = [join(folder, entry.name), before + entry.name]
    if (entry.isDirectory() && !entry.name.startsWith('.')) await lookFurther(path, name, depth + 1, walk)
    else if (entry.isFile() && isArrivedName(entry.name)) await take(path, name, walk)
  }
}

async function lookFurther(path: string, name: string, depth: number, walk: Walk): Promise<void> {
  if (depth > FOLDER_LIMITS.depth) {
    walk.isCut = true
    return
  }
  try {
    await lookInto(path, `${name}/`, depth, walk)
  } catch {
    walk.unread.push(name)
  }
}

async function take(path: string, name: string, walk: Walk): Promise<void> {
  if (walk.files.length === FOLDER_LIMITS.files) {
    walk.isCut = true
    return
  }
  // It may have gone since the folder was read.
  const found = await lstat(path).catch(() => null)
  if (found === null || !found.isFile()) return
  walk.files.push({ path, name, size: found.size, at: found.mtimeMs, blocks: found.blocks })
}
