// npm run test:real: the same program on real contributions, read from the folder named by RAPPORTEUR_CORPUS.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = process.env.RAPPORTEUR_CORPUS ?? ''
if (!existsSync(folder)) {
  console.error('Name the folder of real data: RAPPORTEUR_CORPUS=… npm run test:real')
  process.exit(2)
}
const root = resolve(import.meta.dirname, '..')
// Some of them start the built program.
const args = ['test/standin/run.mjs', 'node', 'node_modules/vitest/vitest.mjs', 'run', '--reporter=verbose']
const options = ['--config', 'vitest.real.config.ts', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [...args, ...options], { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
