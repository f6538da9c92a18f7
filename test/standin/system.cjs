'use strict'
// What belongs to the desktop around the program. Dialogs decline, aloud, until a test puts a function of its own in
// their place, as it would with Electron.
const { EventEmitter } = require('node:events')

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }

const decline = (name, answer) => async () => {
  console.error(`[stand-in] dialog.${name}: there is no native dialog here, answering ${JSON.stringify(answer)}`)
  return answer
}

const dialog = {
  showOpenDialog: decline('showOpenDialog', { canceled: true, filePaths: [] }),
  showSaveDialog: decline('showSaveDialog', { canceled: true, filePath: '' }),
  showMessageBox: decline('showMessageBox', { response: 0, checkboxChecked: false }),
  showMessageBoxSync: () => {
    console.error('[stand-in] dialog.showMessageBoxSync: there is no native dialog here, answering 0')
    return 0
  },
  showErrorBox: (title, content) => console.error(`[stand-in] ${title}: ${content}`),
}

const shell = {
  openExternal: async (address) => console.error('[stand-in] shell.openExternal', address),
  openPath: async (path) => {
    console.error('[stand-in] shell.openPath', path)
    return ''
  },
  showItemInFolder: (path) => console.error('[stand-in] shell.showItemInFolder', path),
}

const display = { id: 1, scaleFactor: 1, workArea: SCREEN, bounds: SCREEN }
const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
})

/** What Electron falls back to on a Linux without a keyring. */
const safeStorage = {
  getSelectedStorageBackend: () => 'basic_text',
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: () => Promise.reject(new Error('There is no keyring here')),
  decryptStringAsync: () => Promise.reject(new Error('There is no keyring here')),
}

module.exports = { dialog, safeStorage, shell, screen }
