import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { isBuilt } from '../../standin/built.mjs'

const root = resolve(import.meta.dirname, '../../..')

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface CommandLine {
  /** The folder that holds the program. */
  readonly folder: string
  run(words: readonly string[], where?: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv }): Promise<Ran>
}

/**
 * The built command line for the tests of a file or of a `describe`: that of `npm run build` when nothing has changed
 * since, else one made for them.
 */
export function theCommandLine(): CommandLine {
  const own = aFolderFor('command-line-')
  let folder = join(root, 'out/main')
  beforeAll(async () => {
    if (isBuilt(root)) return
    folder = own()
    const { NODE_ENV = 'test' } = process.env
    const { config } = await resolveConfig({ root, logLevel: 'error' }, 'build', 'production')
    if (config?.main === undefined) throw new Error('electron.vite.config.ts has no main part')
    await build({ ...config.main, build: { ...config.main.build, outDir: folder, emptyOutDir: true } })
    // Building says that this is production; other files of tests share this process.
    process.env['NODE_ENV'] = NODE_ENV
  })
  return {
    get folder() {
      return folder
    },
    run: (words, where) => run(folder, words, where),
  }
}

/** The same program without one of its files, as if someone had damaged it. */
export async function aCopyWithout({ folder }: CommandLine, file: string, copy: string): Promise<CommandLine> {
  await cp(folder, copy, { recursive: true })
  await rm(join(copy, file))
  return { folder: copy, run: (words, where) => run(copy, words, where) }
}

/** A folder for several tests, inside `out`, where files are modules as in the program's own folder. */
export function aFolderFor(name: string): () => string {
  let folder = ''
  beforeAll(async () => {
    await mkdir(join(root, 'out'), { recursive: true })
    folder = await mkdtemp(join(root, 'out', name))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return () => folder
}

const run: (folder: string, ...given: Parameters<CommandLine['run']>) => Promise<Ran> = (
  folder,
  words,
  { cwd = folder, env = {} } = {},
) =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(folder, 'cli.js'), ...words], {
      cwd,
      env: { PATH: process.env['PATH'], LANG: 'fr_FR.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (part: Buffer) => out.push(part))
    child.stderr.on('data', (part: Buffer) => err.push(part))
    child.once('error', failed)
    child.once('close', (code) =>
      done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })

/** The answer of a command that was given `--json`. */
export const answerOf = ({ out, err }: Ran): Answer => {
  try {
    return JSON.parse(out) as Answer
  } catch {
    throw new Error(`No answer: ${out}${err}`)
  }
}
export type Answer = { readonly ok: boolean; readonly exit: number } & Readonly<Record<string, unknown>>
