import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { contentPolicy, newNonce, NONCE } from './content-policy.ts'
import { HOST, SCHEME } from './origin.ts'

const PAGES = join(import.meta.dirname, '../renderer')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the program is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** Serves the built page, and nothing beside it, under `app://rapporteur/`. */
export function servePages(): void {
  protocol.handle(SCHEME, async ({ url }) => {
    const file = fileOf(url)
    return file === undefined ? absent() : serve(file).catch(absent)
  })
}

function fileOf(address: string): string | undefined {
  const url = new URL(address)
  if (url.host !== HOST) return undefined
  const file = normalize(join(PAGES, decodeURIComponent(url.pathname)))
  if (!file.startsWith(PAGES + sep)) return undefined
  return file
}

async function serve(file: string): Promise<Response> {
  const kind = extname(file)
  const body = await readFile(file)
  const headers = { 'content-type': TYPES[kind] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff' }
  if (kind !== '.html') return new Response(new Uint8Array(body), { headers })
  const nonce = newNonce()
  return new Response(body.toString('utf8').replaceAll(NONCE, nonce), {
    headers: { ...headers, 'content-security-policy': contentPolicy(nonce), 'cache-control': 'no-store' },
  })
}

const absent = (): Response => new Response('Not found', { status: 404 })
