// node test/standin/command-line.mjs WORDS…: the command line of the checkout, built when its sources are newer.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { isBuilt } from './built.mjs'

const require = createRequire(import.meta.url)
const root = resolve(import.meta.dirname, '../..')

if (!isBuilt(root)) {
  const vite = join(dirname(require.resolve('electron-vite/package.json')), 'bin/electron-vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) process.exit(5)
}
// npm moves to the project's folder: names of files are those of the folder where the person is.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
const { status } = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(status ?? 5)
