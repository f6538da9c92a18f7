import { app, BrowserWindow, ipcMain } from 'electron'
import type { Composed, Emit } from '#node/ports.ts'
import { developmentServer, isTrustedFrame } from './origin.ts'

/** The one place where the page is answered: whoever is not our page is refused before anything is read. */
function answer(channel: string, reply: (...given: readonly unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...given) => {
    if (!isTrustedFrame(event.senderFrame, developmentServer(app.isPackaged))) throw new Error('Foreign sender')
    return reply(...given)
  })
}

export function answerCalls(call: Composed['call']): void {
  answer('rapporteur:call', (method, input) => call(String(method), input))
}

/** The paths are the preload's, read from files that a person dropped: the page itself cannot name one. */
export function answerDrops(issue: (paths: unknown) => unknown): void {
  answer('rapporteur:drop', (paths) => issue(paths))
}

export const emit: Emit = (event, payload) => {
  for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(`rapporteur:${event}`, payload)
}
