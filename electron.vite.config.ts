import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    // Its build for Node wants a `require` of its own, which the bundler gives each file too; we use none of its threads.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      // Everything is bundled: the package holds no node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: here('electron/main/index.ts'),
          worker: here('electron/worker/index.ts'),
          cli: here('electron/cli/index.ts'),
        },
        // Beside the entries, so that each module finds its neighbours from where it stands, shared or not.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: here('electron/preload/index.ts'),
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    // The word that electron/main/content-policy.ts replaces at each load.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: here('out/renderer'),
      // An inlined font would be a `data:` address, which the content policy refuses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: here('renderer/index.html') },
    },
  },
})
