import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** One line of a planted file, and whether the compiler of its room takes it. */
const LINES = {
  shared: [
    ["'plain data'.length", true],
    ['document.title', false],
    ["import('node:fs')", false],
    ['process.env', false],
    ['setTimeout(() => {}, 0)', false],
    ["fetch('https://example.org')", false],
  ],
  electron: [
    ['process.env', true],
    ["import('node:fs')", true],
    ['document.title', false],
    ['window.rapporteur', false],
    ["import('../../../renderer/app/navigation.ts')", false],
  ],
  renderer: [
    ['document.title', true],
    ["import('node:fs')", false],
    ['process.env', false],
    ["import('../../../electron/node/version.ts')", false],
  ],
} as const
type Room = keyof typeof LINES

const ROOMS = Object.keys(LINES) as Room[]
const nameOf = (index: number): string => `planted-${index}.ts`

/** A line counted from 1 when the compiler refused something on it. */
const refusedIn: Record<string, Set<string>> = {}
let folder: string

beforeAll(async () => {
  await mkdir(join(root, 'out'), { recursive: true })
  // Inside the checkout, as the rooms' own files are: they find the same packages.
  folder = await mkdtemp(join(root, 'out/walls-'))
  await Promise.all(ROOMS.map(async (room) => (refusedIn[room] = await compile(room))))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The planted files of a room that its compiler refuses, with the room's own settings. */
async function compile(room: Room): Promise<Set<string>> {
  const own = join(folder, room)
  await mkdir(own)
  for (const [index, [line]] of LINES[room].entries()) {
    await writeFile(join(own, nameOf(index)), `export const planted = () => ${line}\n`)
  }
  const config = {
    extends: join(root, room, 'tsconfig.json'),
    compilerOptions: { outDir: './types', noEmit: true },
    include: ['./*.ts'],
  }
  await writeFile(join(own, 'tsconfig.json'), JSON.stringify(config))
  const told = await new Promise<string>((done) => {
    execFile(join(root, 'node_modules/.bin/tsc'), ['-p', own, '--pretty', 'false'], { cwd: own }, (_, out) => done(out))
  })
  return new Set(LINES[room].map((_, index) => nameOf(index)).filter((name) => told.includes(`${name}(`)))
}

describe.each(ROOMS)('the compiler of the room %s', (room) => {
  it.each(LINES[room].map(([line, taken], index) => ({ line, taken, index })))(
    'takes `$line`: $taken',
    ({ index, taken }) => {
      expect(refusedIn[room]?.has(nameOf(index))).toBe(!taken)
    },
  )
})
