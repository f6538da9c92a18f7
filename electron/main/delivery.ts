import { basename } from 'node:path'
import { shell } from 'electron'
import type { Delivery } from '#node/ports.ts'
import { writeWholeFile } from '#node/write-whole-file.ts'
import { choosePlace } from './dialogs.ts'

/** Hands files over through the system's own save dialog. */
export const delivery: Delivery = {
  async save(suggestedName, bytes) {
    const path = await choosePlace(basename(suggestedName))
    if (path === undefined) return null
    await writeWholeFile(path, bytes)
    return { path, name: basename(path) }
  },
  reveal: (path) => shell.showItemInFolder(path),
  open: async (path) => (await shell.openPath(path)) === '',
}
