import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { basename, normalize, sep } from 'node:path'
import type { FileLayer, OpenFile } from './file-layer.ts'
import { writeAll } from './whole-file.ts'

/** Folders whose files are unreadable without a key of 32 bytes. */
export interface SealedPlace {
  readonly folders: readonly string[]
  readonly key: Uint8Array
}

/**
 * The same disk, on which the files of some places are sealed as they are written and opened as they are read. What says
 * that a store is there, who has it open and how its key is wrapped stays in clear.
 */
export function sealedLayer(inner: FileLayer, places: () => readonly SealedPlace[]): FileLayer {
  const keyFor = (path: string): Uint8Array | null => {
    if (isClear(path)) return null
    const place = normalize(path)
    return (
      places().find(({ folders }) => folders.some((folder) => place.startsWith(normalize(folder) + sep)))?.key ?? null
    )
  }
  return {
    makeFolder: (path) => inner.makeFolder(path),
    list: (folder) => inner.list(folder),
    rename: (from, to) => inner.rename(from, to),
    remove: (path) => inner.remove(path),
    syncFolder: (folder) => inner.syncFolder(folder),
    async read(path) {
      const [bytes, key] = [await inner.read(path), keyFor(path)]
      return bytes === null || key === null ? bytes : openFrames(bytes, key)
    },
    async open(path, how) {
      const [file, key] = [await inner.open(path, how), keyFor(path)]
      return key === null ? file : sealedFile(file, key)
    },
  }
}

/** With the neighbours that they are written through. */
const CLEAR = /^\.?(store|protection|lock-\d+)\.json(\..+\.part)?$/u
export const isClear = (path: string): boolean => CLEAR.test(basename(path))

const sealedFile = (file: OpenFile, key: Uint8Array): OpenFile => ({
  async write(bytes) {
    // One writing is one frame: half of one would be none.
    await writeAll(file, sealFrame(bytes, key))
    return bytes.length
  },
  sync: () => file.sync(),
  close: () => file.close(),
})

/** Begins every frame, so that the next one is found when the length of one is damaged. */
const MARK = Buffer.from([0x52, 0x50, 0xf3, 0x01])
const [LENGTH_AT, NONCE_AT, SEALED_AT, TAG] = [4, 8, 20, 16]

/** Whether bytes are frames, which were not opened. */
export const isSealed = (bytes: Uint8Array): boolean => MARK.equals(bytes.subarray(0, LENGTH_AT))

/** AES-256-GCM with a random nonce; the mark and the length are vouched for as well. */
export function sealFrame(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  const head = Buffer.alloc(NONCE_AT)
  MARK.copy(head)
  head.writeUInt32BE(bytes.length + TAG, LENGTH_AT)
  const nonce = randomBytes(SEALED_AT - NONCE_AT)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(head)
  return Buffer.concat([head, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** What stands for a frame that does not open: a line that no checksum takes for one of ours. */
const DAMAGED = Buffer.from('damaged\n')

/** Opens the frames of a file one by one. Never throws: a frame that does not open, or is cut, costs itself alone. */
export function openFrames(file: Uint8Array, key: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  const parts: Buffer[] = []
  let isInDamage = false
  for (let at = 0; at < bytes.length;) {
    const opened = openFrame(bytes, at, key)
    if (opened !== null) parts.push(opened.content)
    else if (!isInDamage) parts.push(DAMAGED)
    isInDamage = opened === null
    const next = bytes.indexOf(MARK, at + 1)
    at = opened?.end ?? (next < 0 ? bytes.length : next)
  }
  return Buffer.concat(parts)
}

function openFrame(bytes: Buffer, at: number, key: Uint8Array): { content: Buffer; end: number } | null {
  if (at + SEALED_AT + TAG > bytes.length || !bytes.subarray(at, at + LENGTH_AT).equals(MARK)) return null
  const end = at + SEALED_AT + bytes.readUInt32BE(at + LENGTH_AT)
  if (end > bytes.length || end < at + SEALED_AT + TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(at + NONCE_AT, at + SEALED_AT))
  decipher.setAAD(bytes.subarray(at, at + NONCE_AT))
  decipher.setAuthTag(bytes.subarray(end - TAG, end))
  try {
    const content = Buffer.concat([decipher.update(bytes.subarray(at + SEALED_AT, end - TAG)), decipher.final()])
    return { content, end }
  } catch {
    return null
  }
}
