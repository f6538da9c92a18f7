import { app, BrowserWindow } from 'electron'
import { believedBundles, bundlesIn, type FileDesk } from './files.ts'

/**
 * One program per data folder. False: another one runs already, and has been given the files this one was asked to open.
 */
export function isFirstInstance(desk: FileDesk): boolean {
  const asked = bundlesIn(process.argv.slice(1), process.cwd())
  // The files travel beside argv, which Chromium reorders and adds to.
  if (!app.requestSingleInstanceLock({ files: asked })) return false
  desk.add(asked)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    desk.add(believedBundles((data as { files?: unknown } | null)?.files))
    showWindow()
  })
  // How macOS asks.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    desk.add(believedBundles([path]))
  })
  return true
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
