import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file so that a reader sees the old one or the new one, never half of either: a neighbour is written, flushed
 * to the disk, then renamed over. Throws when the disk or the folder refuses; the old file is then untouched.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`)
  try {
    const file = await open(neighbour, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(neighbour, path)
  } catch (error) {
    await rm(neighbour, { force: true })
    throw error
  }
}
