import type { WebFrameMain } from 'electron'

export const SCHEME = 'app'
export const HOST = 'rapporteur'
export const PAGE = `${SCHEME}://${HOST}/index.html`

/**
 * The address of the development server, or undefined. A packaged program never looks: the variable would let anybody
 * put a page of their own in front of the bridge.
 */
export function developmentServer(isPackaged: boolean): string | undefined {
  return isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
}

/** Whether an address is one of ours. */
export function isOurs(address: string, server: string | undefined): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  // Never `origin`: it is the text 'null' for any scheme of our own, so that all of them would look the same.
  if (server === undefined) return protocol === `${SCHEME}:` && host === HOST
  return protocol === new URL(server).protocol && host === new URL(server).host
}

/** Whether an address is the page itself: nothing else is ever shown in a window. */
export function isPage(address: string, server: string | undefined): boolean {
  return server === undefined ? address.split('#', 1)[0] === PAGE : isOurs(address, server)
}

/** Whether a message comes from our page itself: not from a frame inside it, nor from a frame already gone. */
export function isTrustedFrame(
  frame: Pick<WebFrameMain, 'parent' | 'url'> | null,
  server: string | undefined,
): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url, server)
}
