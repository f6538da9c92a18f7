import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const root = import.meta.dirname
/** Its own for each process: files of tests run side by side. */
const outDir = resolve(root, `../../../../out/harness-${process.pid}`)
const NONCE = 'harness'
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${NONCE}'; img-src 'self' blob: data:; font-src 'self'`

/** Builds the screens as the page is built and serves them under its content security policy. */
export async function serveHarness(): Promise<{ url: string; close: () => Promise<void> }> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    html: { cspNonce: NONCE },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
  })
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, headers: { 'Content-Security-Policy': POLICY } },
  })
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('The screens are not served')
  return {
    url,
    close: async () => {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
