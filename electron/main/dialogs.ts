import { extname, join } from 'node:path'
import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { FilePurpose } from '#node/ports.ts'
import { words } from './words.ts'

const EXTENSIONS: Readonly<Record<Exclude<FilePurpose, 'folder'>, string[]>> = {
  bundle: ['rapx', 'zip'],
  notes: ['csv', 'tsv', 'xlsx', 'docx', 'vtt', 'txt'],
}

/** The paths a person chose; none when they changed their mind. */
export async function choosePaths(purpose: FilePurpose, many: boolean): Promise<readonly string[]> {
  const options = openOptions(purpose, many)
  const [window] = BrowserWindow.getAllWindows()
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths
}

/** Where a person wants a file; undefined when they changed their mind. */
export async function choosePlace(suggestedName: string): Promise<string | undefined> {
  const options = saveOptions(suggestedName)
  const [window] = BrowserWindow.getAllWindows()
  const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return filePath === '' ? undefined : filePath
}

function openOptions(purpose: FilePurpose, many: boolean): OpenDialogOptions {
  const t = words()
  if (purpose === 'folder') return { title: t('menu:dialog.chooseFolder'), properties: ['openDirectory'] }
  const isBundle = purpose === 'bundle'
  return {
    title: t(isBundle ? 'menu:dialog.chooseBundle' : 'menu:dialog.chooseNotes'),
    filters: [
      { name: t(isBundle ? 'menu:dialog.bundles' : 'menu:dialog.notes'), extensions: EXTENSIONS[purpose] },
      { name: t('menu:dialog.allFiles'), extensions: ['*'] },
    ],
    properties: ['openFile', ...(many ? (['multiSelections'] as const) : [])],
  }
}

function saveOptions(suggestedName: string): SaveDialogOptions {
  const extension = extname(suggestedName)
  return {
    title: words()('menu:dialog.save'),
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: extension, extensions: [extension.slice(1)] }],
    properties: ['showOverwriteConfirmation'],
  }
}
