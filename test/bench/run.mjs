// npm run bench -- NAME [--json]: builds one benchmark from its sources and runs it alone.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')
/** Those that start the built program, on whatever it runs here. */
const inProgram = ['capture', 'scroll']
const names = [...inProgram, 'commit', 'duplicates', 'merge', 'recovery', 'word']
const [name, ...options] = process.argv.slice(2)
if (!names.includes(name) || !existsSync(join(import.meta.dirname, `${name}.ts`))) {
  console.error(`Usage: npm run bench -- ${names.join('|')} [--json]`)
  process.exit(2)
}
const outDir = join(root, 'out/bench')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: { ssr: join(import.meta.dirname, `${name}.ts`), outDir, emptyOutDir: false, target: 'node20' },
})
const under = inProgram.includes(name) ? [join(root, 'test/standin/run.mjs'), 'node'] : ['--expose-gc']
const { status } = spawnSync(process.execPath, [...under, join(outDir, `${name}.js`), ...options], {
  stdio: 'inherit',
  cwd: root,
})
process.exit(status ?? 1)
