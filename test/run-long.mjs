// npm run test:long: the same laws with many more cases. The number of runs is the one difference.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const env = { ...process.env, RAPPORTEUR_LAW_RUNS: process.env.RAPPORTEUR_LAW_RUNS ?? '5000' }
const args = ['vitest', 'run', 'test/shared', '--testTimeout=3600000']
process.exit(spawnSync('npx', args, { cwd: root, stdio: 'inherit', env }).status ?? 1)
