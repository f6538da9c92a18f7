import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALLOWED, PACKAGES, PLANTS, type Plant } from './plants.ts'

const root = resolve(import.meta.dirname, '../..')
const CONFIG = '.dependency-cruiser.cjs'

interface Cruised {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

/** Rules of the project's own configuration. */
const rules = (
  createRequire(import.meta.url)(join(root, CONFIG)) as { forbidden: readonly { readonly name: string }[] }
).forbidden.map(({ name }) => name)

let tree: string
let violations: Cruised['summary']['violations']

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'rapporteur-walls-'))
  for (const name of [CONFIG, 'package.json', 'tsconfig.json', 'tsconfig.base.json']) {
    await cp(join(root, name), join(tree, name))
  }
  for (const name of PACKAGES) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    await write(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  for (const plant of [...Object.values(PLANTS), ...ALLOWED]) await writePlant(plant)
  violations = (await cruise()).summary.violations
})

afterAll(() => rm(tree, { recursive: true, force: true }))

async function writePlant({ from, text, around = {} }: Plant): Promise<void> {
  for (const [path, content] of Object.entries({ [from]: text, ...around })) await write(path, content)
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await writeFile(join(tree, path), text)
}

/** The command of `npm run walls` on the planted tree. */
function cruise(): Promise<Cruised> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const words = ['shared', 'electron', 'renderer', '--config', CONFIG, '--output-type', 'json']
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      ['-r', join(root, 'test/walls/read-tsx.cjs'), program, ...words],
      { cwd: tree, maxBuffer: 100_000_000 },
      // The exit code is the number of violations.
      (_, told, complaint) => {
        try {
          done(JSON.parse(told) as Cruised)
        } catch {
          failed(new Error(complaint))
        }
      },
    )
  })
}

describe('the walls between rooms', () => {
  it('are each tried by an offence', () => {
    expect(Object.keys(PLANTS).toSorted()).toEqual(rules.toSorted())
  })

  it.each(Object.entries(PLANTS))('%s stops who breaks it', (rule, { from }) => {
    expect(violations.filter((violation) => violation.from === from).map(({ rule: { name } }) => name)).toContain(rule)
  })

  it.each(ALLOWED)('let $from through', ({ from }) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([])
  })
})
