// node test/goals/run-all.mjs small|big: every goal, each in a process of its own, as many at once as there are processors
// but never more than two: much of their time goes in waiting for the disk, and some of them look at the clock.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { buildGoals, commandOf, goals, root } from './goals.mjs'

const size = process.argv[2] === 'big' ? 'big' : 'small'
const chosen = goals.filter((goal) => goal[size] > 0)
await buildGoals(chosen.map(({ goal }) => goal))

const waiting = [...chosen]
const results = []

/** Runs what waits, one after the other; what a goal prints comes at its end. */
async function lane() {
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const { goal, title, [size]: cases } = one
    const seed = Math.floor(Math.random() * 2 ** 31)
    const child = spawn(process.execPath, commandOf(one, cases, seed), {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: root,
    })
    const [[status], printed] = await Promise.all([once(child, 'close'), text(child.stdout)])
    console.log(`${goal} · ${title}\n${printed.trimEnd()}`)
    results.push({ goal, ok: status === 0 })
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))

const failed = results.filter(({ ok }) => !ok)
const told = join(root, 'out/test-results/goals.json')
mkdirSync(dirname(told), { recursive: true })
writeFileSync(told, JSON.stringify({ passed: results.length - failed.length, failed: failed.length, results }))
for (const { goal } of failed) console.error(`${goal} does not hold`)
process.exit(failed.length === 0 ? 0 : 1)
