// node test/goals/run-all.mjs small|big: every goal, one after the other, each in a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildGoals, commandOf, goals, root } from './goals.mjs'

const size = process.argv[2] === 'big' ? 'big' : 'small'
const chosen = goals.filter((goal) => goal[size] > 0)
await buildGoals(chosen.map(({ goal }) => goal))
const results = chosen.map((one) => {
  const { goal, title, [size]: cases } = one
  const seed = Math.floor(Math.random() * 2 ** 31)
  console.log(`${goal} · ${title}`)
  const { status } = spawnSync(process.execPath, commandOf(one, cases, seed), { stdio: 'inherit', cwd: root })
  return { goal, ok: status === 0 }
})
const failed = results.filter(({ ok }) => !ok)
const told = join(root, 'out/test-results/goals.json')
mkdirSync(dirname(told), { recursive: true })
writeFileSync(told, JSON.stringify({ passed: results.length - failed.length, failed: failed.length, results }))
for (const { goal } of failed) console.error(`${goal} does not hold`)
process.exit(failed.length === 0 ? 0 : 1)
