// The goals of reliability. To add one: write `r10.ts` here, exporting `goal: Goal` (see goal.ts), and add its line to
// goals.json: its title, its cases in `npm test` (small) and in `npm run test:long` (big). Then put its floor in
// goals.test.ts. `inProgram`: it starts the built program. A program that a goal starts beside itself is
// `r10-anything.ts`, built to `r10-anything.js` next to it.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

export const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'out/goals')

export const goals = JSON.parse(readFileSync(join(import.meta.dirname, 'goals.json'), 'utf8'))

/** Where a goal lies once it is built. */
const builtGoal = (goal) => join(built, `${goal.toLowerCase()}.js`)

/** Builds the sources of some goals, with the programs they start. */
export async function buildGoals(names) {
  const parts = names.map((name) => new RegExp(`^${name.toLowerCase()}(-.*)?\\.ts$`))
  const files = readdirSync(import.meta.dirname).filter((file) => parts.some((part) => part.test(file)))
  const input = Object.fromEntries(files.map((file) => [file.replace('.ts', ''), join(import.meta.dirname, file)]))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, outDir: built, emptyOutDir: false, target: 'node20', rollupOptions: { input } },
  })
}

/** What runs a goal in a process of its own; one that starts the built program does so on whatever it runs here. */
export const commandOf = ({ goal, inProgram }, cases, seed, options = []) => [
  ...(inProgram ? [join(root, 'test/standin/run.mjs'), 'node'] : []),
  join(import.meta.dirname, 'host.mjs'),
  goal,
  builtGoal(goal),
  String(cases),
  String(seed),
  ...options,
]
