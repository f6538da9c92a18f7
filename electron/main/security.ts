import { app, type Event, type Session, type WebContents } from 'electron'
import { developmentServer, isPage } from './origin.ts'

const NEVER_LEAVES = new Set(['app:', 'data:', 'blob:', 'devtools:'])

/** Writing to the clipboard is the one thing our page may ask of the system. */
const isPermitted = (permission: string): boolean => permission === 'clipboard-sanitized-write'

/** The page stays where it is, opens nothing, and holds no other page. */
export function guardContents(contents: WebContents): void {
  const server = developmentServer(app.isPackaged)
  const stay = (event: Event<{ url: string }>): void => {
    if (!isPage(event.url, server)) event.preventDefault()
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** No permission is granted and no request leaves this machine, whoever asks. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isPermitted(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: leaves(url) }))
}

function leaves(address: string): boolean {
  const server = developmentServer(app.isPackaged)
  if (server !== undefined && new URL(address).host === new URL(server).host) return false
  return !NEVER_LEAVES.has(new URL(address).protocol)
}
