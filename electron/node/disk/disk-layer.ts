import { writeSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { codeOf, type FileLayer, type OpenFile } from './file-layer.ts'

/** The disk of this computer. */
export const diskLayer: FileLayer = {
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  list: (folder) => readdir(folder).catch(absent([])),
  read: (path) => readFile(path).catch(absent(null)),
  open: openOnDisk,
  rename: (from, to) => patiently(() => rename(from, to)),
  remove: (path) => patiently(() => rm(path, { force: true })),
  syncFolder,
}

/** The system takes so little into memory at once; handing it to another thread costs more than it does. */
const SMALL_BYTES = 16_384

async function openOnDisk(path: string, how: 'new' | 'append'): Promise<OpenFile> {
  const file = await open(path, how === 'new' ? 'wx' : 'a')
  return {
    write: async (bytes) =>
      bytes.length <= SMALL_BYTES ? writeSync(file.fd, bytes) : (await file.write(bytes)).bytesWritten,
    sync: () => file.datasync(),
    close: () => file.close(),
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such call, and writes names through.
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } catch (error) {
    // Some network file systems cannot; what matters lies on none of them.
    if (!NO_SUCH_CALL.has(codeOf(error))) throw error
  } finally {
    await opened.close()
  }
}

/** An antivirus or a synchroniser holds a new file for a moment: what it refuses is asked again for up to five seconds. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let pause = 20; ; pause *= 2) {
    try {
      return await call()
    } catch (error) {
      if (process.platform !== 'win32' || !PASSING.has(codeOf(error)) || pause > 2_500) throw error
      await new Promise((resume) => setTimeout(resume, pause))
    }
  }
}

const NO_SUCH_CALL: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP'])
const PASSING: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES'])

const absent =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return value
    throw error
  }
