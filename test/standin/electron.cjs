'use strict'
// What `electron` means on the stand-in: the part of its interface that the product and Playwright use.
const { app } = require('./app.cjs')
const { BrowserWindow } = require('./browser-window.cjs')
const { ipcMain } = require('./ipc-main.cjs')
const { Menu, MenuItem } = require('./menu.cjs')
const { protocol, session } = require('./session.cjs')
const { dialog, safeStorage, screen, shell } = require('./system.cjs')
const utility = require('./utility.cjs')
const { WebContents: webContents } = require('./web-contents.cjs')

const utilityProcess = utility.utilityProcess(() => app.isReady())

module.exports = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}
