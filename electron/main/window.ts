import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron'
import { askBeforeLeaving } from './leaving.ts'
import { developmentServer, PAGE } from './origin.ts'
import { readPlace, type Seat, seatOnScreen, SMALLEST, writePlace } from './window-place.ts'

/** The only windows this program makes. */
const windowOptions = (seat: Seat, isPackaged: boolean): BrowserWindowConstructorOptions => ({
  ...seat,
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  show: false,
  webPreferences: {
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    // Chromium would download dictionaries.
    spellcheck: false,
    devTools: !isPackaged,
    safeDialogs: true,
    disableBlinkFeatures: 'Auxclick',
  },
})

export function openWindow(dataFolder: string): void {
  const place = readPlace(dataFolder)
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow(windowOptions(seatOnScreen(place, areas), app.isPackaged))
  if (place?.maximized) window.maximize()
  askBeforeLeaving(window)
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writePlace(dataFolder, { ...window.getNormalBounds(), maximized: window.isMaximized() }))
  void window.loadURL(developmentServer(app.isPackaged) ?? PAGE)
}
