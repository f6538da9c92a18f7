// Runs one built goal in this process, which nothing else shares, and says what came of it on the last line.
import { pathToFileURL } from 'node:url'

const [goal, file, cases, seed, ...options] = process.argv.slice(2)
const started = performance.now()
const { goal: run } = await import(pathToFileURL(file).href)
const told = await run(Number(cases), Number(seed))
const seconds = Math.round((performance.now() - started) / 100) / 10
const ok = told.failed === 0 && told.lost === 0
const { cases: judged, failed, lost, ...more } = told
if (!options.includes('--json')) {
  const note = told.note === undefined ? '' : `; ${told.note}`
  console.log(`${goal}: ${judged} cases, ${failed} failed, ${lost} lost, ${seconds} s, seed ${seed}${note}`)
}
console.log(JSON.stringify({ goal, cases: judged, failed, lost, seconds, seed: Number(seed), ok, ...more }))
process.exit(ok ? 0 : 1)
