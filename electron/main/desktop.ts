import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { compose } from '#node/compose.ts'
import { fileLog } from '#node/file-log.ts'
import { clock, digest, randomBytes, self } from '#node/machine.ts'
import type { Ports } from '#node/ports.ts'
import { closeBeforeTheEnd } from './closing.ts'
import { delivery } from './delivery.ts'
import { choosePaths } from './dialogs.ts'
import { believedPaths, FileDesk } from './files.ts'
import { answerCalls, answerDrops, emit } from './ipc.ts'
import { showMenu } from './menu.ts'
import { sayNotStarted } from './not-started.ts'
import { keychain } from './keychain.ts'
import { registerScheme, servePages } from './protocol.ts'
import { guardContents, guardSession } from './security.ts'
import { isFirstInstance } from './single-instance.ts'
import { openWindow } from './window.ts'
import { speak } from './words.ts'
import { runJob } from './worker-host.ts'

/** Starts the desktop program, unless it runs already. */
export function startDesktop(): void {
  const isRefused = settleDataFolder(process.env['RAPPORTEUR_DATA'])
  registerScheme()
  app.enableSandbox()
  const desk = new FileDesk(() => emit('files.waiting'))
  if (isRefused !== null) return void app.whenReady().then(() => sayNotStarted(isRefused))
  if (!isFirstInstance(desk)) return app.quit()
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  // Never awaited at the top of the module: Electron is not ready before the module has been read to its end.
  void app.whenReady().then(() => open(desk).catch(sayNotStarted))
}

/** The data folder that was asked for; the failure of the disk when it cannot be made. */
function settleDataFolder(chosen: string | undefined): unknown {
  if (!chosen) return null
  app.setPath('userData', resolve(chosen))
  try {
    mkdirSync(chosen, { recursive: true })
    return null
  } catch (error) {
    return error
  }
}

async function open(desk: FileDesk): Promise<void> {
  const dataFolder = app.getPath('userData')
  guardSession(session.defaultSession)
  servePages()
  const program = await compose(portsOf(desk, dataFolder))
  closeBeforeTheEnd(program)
  answerCalls((method, input) => program.call(method, input))
  answerDrops((paths) => desk.issue(believedPaths(paths)))
  program.onLanguage((language) => {
    speak(language)
    showMenu()
  })
  speak(program.language())
  showMenu()
  openWindow(dataFolder)
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && openWindow(dataFolder))
}

const portsOf = (desk: FileDesk, dataFolder: string): Ports => ({
  dataFolder,
  clock,
  randomBytes,
  digest,
  self,
  delivery,
  keychain,
  runJob,
  emit,
  log: fileLog(dataFolder, clock),
  files: {
    choose: async (purpose, many) => desk.issue(await choosePaths(purpose, many)),
    take: () => desk.take(),
    path: (token) => desk.path(token),
    give: (files) => desk.give(files),
    name: (token) => desk.name(token),
  },
})
