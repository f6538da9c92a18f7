// npm test: everything that must hold, in one command. Its last line is « N passed, N failed ».
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const root = resolve(import.meta.dirname, '..')
const results = join(root, 'out/test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const counts = { passed: 0, failed: 0 }

/**
 * Runs a step and counts what it says it did; a step that says nothing counts as one. What a step beside another prints
 * comes at its end.
 */
async function step(title, command, args, read = null, env = {}, beside = false) {
  const started = Date.now()
  if (!beside) console.log(`\n— ${title}`)
  const stdio = ['inherit', beside ? 'pipe' : 'inherit', 'inherit']
  const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } })
  const [[status], printed] = await Promise.all([once(child, 'close'), beside ? text(child.stdout) : ''])
  if (beside) console.log(`\n— ${title}\n${printed}`)
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

const firstLines = (message) => message.split('\n').slice(0, 12).join('\n    ')

/** Every failed test by its name, with the first lines of what it said: the last page of a long print is all that some keep. */
function* failures() {
  for (const file of json('vitest.json')?.testResults ?? []) {
    if (file.status === 'failed' && file.assertionResults.length === 0)
      yield `${file.name}\n    ${firstLines(file.message)}`
    for (const test of file.assertionResults)
      if (test.status === 'failed')
        yield `${file.name} › ${test.fullName}\n    ${firstLines(test.failureMessages.join('\n'))}`
  }
  yield* failedSpecs(json('playwright.json')?.suites ?? [])
  for (const { goal, ok } of json('goals.json')?.results ?? []) if (!ok) yield goal
}

function* failedSpecs(suites) {
  for (const suite of suites) {
    yield* failedSpecs(suite.suites ?? [])
    for (const spec of suite.specs ?? []) {
      const attempts = spec.tests.flatMap((test) => (test.status === 'expected' ? [] : test.results))
      const said = attempts.flatMap((attempt) => attempt.errors.map((error) => firstLines(error.message ?? '')))
      if (attempts.length > 0) yield `${suite.file} › ${spec.title}\n    ${said.join('\n    ')}`
    }
  }
}

const npm = (script) => ['run', '--silent', script]
const vitest = [
  'vitest',
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${join(results, 'vitest.json')}`,
]

if (await step('set-up', process.execPath, ['test/set-up.mjs'])) {
  for (const check of ['typecheck', 'lint', 'format:check', 'walls', 'dead']) await step(check, 'npm', npm(check))
  if (await step('build', 'npm', npm('build'))) {
    await step('unit, laws and documents', 'npx', vitest, vitestCounts)
    const report = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'playwright.json') }
    const goals = () => json('goals.json')
    // The screens wait for the most part: the goals use that time.
    await Promise.all([
      step('goals of reliability', process.execPath, ['test/goals/run-all.mjs', 'small'], goals, {}, true),
      step('end to end', 'npm', [...npm('e2e'), '--', '--reporter=line,json'], playwrightCounts, report),
    ])
  }
}
for (const failure of failures()) console.log(`\nfailed: ${failure}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed === 0 ? 0 : 1)
