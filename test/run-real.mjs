// npm run test:real: the same program on real contributions, read from the folder named by RAPPORTEUR_CORPUS.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = process.env.RAPPORTEUR_CORPUS ?? ''
if (!existsSync(folder)) {
  console.error('Name the folder of real data: RAPPORTEUR_CORPUS=… npm run test:real')
  process.exit(2)
}
const args = ['vitest', 'run', '--config', 'vitest.real.config.ts', '--reporter=verbose']
const { status } = spawnSync('npx', args, { cwd: resolve(import.meta.dirname, '..'), stdio: 'inherit' })
process.exit(status ?? 1)
