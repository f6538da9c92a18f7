// npm run test:long: every screen in a browser in five looks, then the same laws and goals with many more cases.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const env = { ...process.env, RAPPORTEUR_LAW_RUNS: process.env.RAPPORTEUR_LAW_RUNS ?? '5000' }
const run = (...args) => spawnSync('npx', ['vitest', 'run', ...args], { cwd: root, stdio: 'inherit', env }).status ?? 1
// Screens first: what they say comes in minutes, the laws take their time.
const screens = run('--config', 'vitest.screens.config.ts')
const laws = run('test/shared', '--testTimeout=3600000')
const goals = spawnSync(process.execPath, ['test/goals/run-all.mjs', 'big'], { cwd: root, stdio: 'inherit', env })
process.exit(screens || laws || (goals.status ?? 1))
