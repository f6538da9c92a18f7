// npm test: everything that must hold, in one command. Its last line is « N passed, N failed ».
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const results = join(root, 'out/test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const counts = { passed: 0, failed: 0 }

/** Runs a step and counts what it says it did; a step that says nothing counts as one. */
function step(title, command, args, read = null, env = {}) {
  console.log(`\n— ${title}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const told = read?.() ?? { passed: status === 0 ? 1 : 0, failed: 0 }
  // A step that ended badly has failed, whatever it counted.
  const failed = status === 0 ? told.failed : Math.max(1, told.failed)
  counts.passed += told.passed
  counts.failed += failed
  console.log(`— ${title}: ${told.passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`)
  return status === 0
}

const json = (file) => {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'))
  } catch {
    return null
  }
}

function vitestCounts() {
  const told = json('vitest.json')
  return told && { passed: told.numPassedTests, failed: told.numFailedTests }
}

function playwrightCounts() {
  const told = json('playwright.json')
  return told && { passed: told.stats.expected, failed: told.stats.unexpected + told.stats.flaky + told.stats.skipped }
}

const npm = (script) => ['run', '--silent', script]
const vitest = [
  'vitest',
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${join(results, 'vitest.json')}`,
]

if (step('set-up', process.execPath, ['test/set-up.mjs'])) {
  for (const check of ['typecheck', 'lint', 'format:check', 'walls', 'dead']) step(check, 'npm', npm(check))
  if (step('build', 'npm', npm('build'))) {
    step('unit, laws and documents', 'npx', vitest, vitestCounts)
    step('goals of reliability', process.execPath, ['test/goals/run-all.mjs', 'small'], () => json('goals.json'))
    step('end to end', 'npm', ['run', '--silent', 'e2e', '--', '--reporter=line,json'], playwrightCounts, {
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'playwright.json'),
    })
  }
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed === 0 ? 0 : 1)
