import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { writeWholeFile } from '../write-whole-file.ts'

/** A file that only grows. */
export interface GrowingFile {
  write(bytes: Uint8Array): Promise<void>
  /** Resolves once the disk, not only the system, has everything written so far. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** All that the store asks of a disk, so that a test can record the calls or make the Nth one fail. */
export interface FileLayer {
  makeFolder(path: string): Promise<void>
  /** Names in a folder, in no order; none when the folder is not there. */
  list(folder: string): Promise<readonly string[]>
  /** Null when the file is not there. */
  read(path: string): Promise<Uint8Array | null>
  /** Opens at the end, creating the file when it is not there and flushing its folder then. */
  grow(path: string): Promise<GrowingFile>
  /** Readers see the old file or the new one. */
  replace(path: string, bytes: Uint8Array): Promise<void>
}

export const diskLayer: FileLayer = {
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  list: (folder) => readdir(folder).catch(absent([])),
  read: (path) => readFile(path).catch(absent(null)),
  grow: growOnDisk,
  replace: writeWholeFile,
}

async function growOnDisk(path: string): Promise<GrowingFile> {
  const file = await open(path, 'a')
  await flushFolderOf(path)
  return {
    write: async (bytes) => {
      // `writeFile` on a handle goes on until every byte is written or the disk refuses.
      await file.writeFile(bytes)
    },
    flush: () => file.datasync(),
    close: () => file.close(),
  }
}

/** A new file is only found again after a power cut once its folder is flushed; Windows has no such call. */
async function flushFolderOf(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path.slice(0, path.lastIndexOf('/')) || '/', 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const absent =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return value
    throw error
  }
