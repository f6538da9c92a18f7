import { diskLayer } from './disk/disk-layer.ts'
import { replaceFile } from './disk/whole-file.ts'

/** Writes a file of the person's own folders, whole or not at all (see `replaceFile`), and reads it back before it is said. */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(diskLayer, path, bytes)
  const back = await diskLayer.read(path)
  if (back !== null && Buffer.compare(back, bytes) === 0) return
  throw Object.assign(new Error('What was written does not read back'), { code: 'EIO' })
}
