import { diskLayer } from './disk/disk-layer.ts'
import { replaceFile } from './disk/whole-file.ts'

/** Writes a file of the person's own folders, whole or not at all; see `replaceFile`. */
export const writeWholeFile = (path: string, bytes: Uint8Array): Promise<void> => replaceFile(diskLayer, path, bytes)
