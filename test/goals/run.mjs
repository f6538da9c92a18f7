// npm run goal -- R1 [--cases N] [--seed S] [--json]: builds one goal from its sources and runs it alone.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { buildGoals, commandOf, goals, root } from './goals.mjs'

const options = { cases: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean', default: false } }
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const known = goals.find(({ goal }) => goal === positionals[0]?.toUpperCase())
const cases = Number(values.cases ?? known?.small)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
if (known === undefined || !Number.isInteger(cases) || cases < 0 || !Number.isInteger(seed)) {
  console.error(`Usage: npm run goal -- ${goals.map(({ goal }) => goal).join('|')} [--cases N] [--seed S] [--json]`)
  process.exit(2)
}
await buildGoals([known.goal])
const command = commandOf(known, cases, seed, values.json ? ['--json'] : [])
const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', cwd: root })
process.exit(status ?? 1)
