import { extname, join } from 'node:path'
import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { FilePurpose } from '#node/ports.ts'
import { words } from './words.ts'

const EXTENSIONS: Readonly<Record<Exclude<FilePurpose, 'folder'>, string[]>> = {
  bundle: ['rapx', 'zip'],
  source: ['vtt', 'srt', 'txt', 'csv', 'docx'],
  notes: ['csv', 'tsv', 'xlsx', 'docx', 'vtt', 'txt'],
}

const WORDS = {
  bundle: ['menu:dialog.chooseBundle', 'menu:dialog.bundles'],
  source: ['menu:dialog.chooseSource', 'menu:dialog.sources'],
  notes: ['menu:dialog.chooseNotes', 'menu:dialog.notes'],
} as const

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
  const [title, kind] = WORDS[purpose]
  return {
    title: t(title),
    filters: [
      { name: t(kind), extensions: EXTENSIONS[purpose] },
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
