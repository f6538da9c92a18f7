import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileLayer, OpenFile } from './file-layer.ts'

/** Writes every byte, however few the system takes at a time. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const taken = await file.write(bytes.subarray(at))
    if (taken <= 0) throw Object.assign(new Error('The disk takes nothing more'), { code: 'ENOSPC' })
    at += taken
  }
}

/** Makes a folder of a store so that it is still there after a power cut, whatever of its way was not there before. */
export async function makeFolder(layer: FileLayer, path: string): Promise<void> {
  await layer.makeFolder(path)
  // A store lies two folders below the data folder, which is older than any of them.
  await layer.syncFolder(dirname(path))
  await layer.syncFolder(dirname(dirname(path)))
}

/** Writes a file under a name that nobody has yet; it is on the disk when this resolves, and not there when it throws. */
export async function createFile(layer: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  await writeNew(layer, path, bytes)
  await layer.syncFolder(dirname(path))
}

/**
 * Writes a file so that a reader sees the old one or the new one, never half of either, now and after a power cut. Throws
 * when the disk or the folder refuses; the old file is then untouched.
 */
export async function replaceFile(layer: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`)
  await writeNew(layer, neighbour, bytes)
  try {
    await layer.rename(neighbour, path)
  } catch (error) {
    await layer.remove(neighbour).catch(() => {})
    throw error
  }
  await layer.syncFolder(dirname(path))
}

async function writeNew(layer: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const file = await layer.open(path, 'new')
  try {
    try {
      await writeAll(file, bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await layer.remove(path).catch(() => {})
    throw error
  }
}
