import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { SECONDS_PER_FILE } from '#shared/exchange/limits.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'

export type Opener = (path: string) => Promise<Pick<FileHandle, 'stat' | 'read' | 'close'>>

/** A pipe that nobody writes into does not keep the program waiting. Windows has no such flag, nor such files. */
const openToRead: Opener = (path) => open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))

/**
 * The bytes of a file that someone chose, null when it is longer than `most`. What is opened is looked at, not what its
 * name pointed to before; a disk that gives nothing within the time is not waited for.
 */
export async function readGivenFile(
  path: string,
  most: number,
  opener = openToRead,
  seconds = SECONDS_PER_FILE,
): Promise<Result<Uint8Array | null, FileFailure>> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<Result<never, FileFailure>>((give) => {
    timer = setTimeout(() => give(fail({ type: 'TooSlow', seconds })), seconds * 1_000)
  })
  try {
    return await Promise.race([readOpened(path, most, opener), tooLate])
  } catch (error) {
    const code = codeOf(error)
    return fail(code === 'EISDIR' ? { type: 'NotAFile' } : { type: 'FileUnreadable', code })
  } finally {
    clearTimeout(timer)
  }
}

async function readOpened(path: string, most: number, opener: Opener): Promise<Result<Uint8Array | null, FileFailure>> {
  const file = await opener(path)
  try {
    const stats = await file.stat()
    if (!stats.isFile()) return fail({ type: 'NotAFile' })
    if (stats.size > most) return ok(null)
    const bytes = Buffer.alloc(stats.size)
    let length = 0
    // A file that grows meanwhile is read up to what it was: its checksums will tell.
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return ok(bytes.subarray(0, length))
  } finally {
    await file.close()
  }
}
