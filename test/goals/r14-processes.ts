import type { ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chance } from '../build/chance.ts'
import { complaint, type Witness } from '../build/witness.ts'
import { STORE } from './actions.ts'
import type { News } from './a-writer.ts'
import type { Judged } from './judge.ts'
import { listen, startBeside } from './listen.ts'
import { roles } from './roles.ts'
import { DATA } from './start-on.ts'

type Opened = News & { type: 'opened' }

/** Two processes of the system start at nearly the same moment; one is killed in half of the cases, and another one opens. */
export async function realProcesses(seed: number): Promise<Judged | null> {
  const random = chance(seed)
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-r14-'))
  try {
    const { files, witness } = await STORE.begin()
    for (const [path, bytes] of files) {
      const real = join(folder, path.slice(DATA.length))
      await mkdir(dirname(real), { recursive: true })
      await writeFile(real, bytes)
    }
    const known = witness.copy()
    const programs = new Programs(folder, known)
    const told = await programs.run(['first', 'second'], random.in100(50), random.below(60))
    const why = roles(told.map(({ readOnly }) => readOnly))
    return why === null ? await next(programs, known) : { why, lost: 0 }
  } catch (error) {
    return { why: String(error), lost: 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What all of them together must have done before they are ended. */
const SAVES = 20

class Programs {
  readonly #folder: string
  readonly #known: Witness

  constructor(folder: string, known: Witness) {
    this.#folder = folder
    this.#known = known
  }

  /** Starts some, and ends them, or kills them, once all have opened the store and they have saved enough. */
  async run(names: readonly string[], kill: boolean, pause = 0, saves = SAVES): Promise<readonly Opened[]> {
    const opened: Opened[] = []
    let saved = 0
    const running: ChildProcess[] = []
    const end = (): void => running.forEach((program) => (kill ? program.kill('SIGKILL') : program.stdin?.end()))
    await Promise.all(
      names.map(async (name, index) => {
        await new Promise((resume) => setTimeout(resume, index * pause))
        const program = startBeside('r14-program', [this.#folder, name])
        running.push(program)
        const isWell = await listen(program, (news) => {
          if (news.type === 'opened') opened.push(news)
          if (news.type === 'asked' || news.type === 'saved') this.#known[news.type](news.id, news.text)
          if (news.type === 'saved') saved += 1
          if (opened.length === names.length && saved >= saves) end()
        })
        // One that ended by itself leaves nobody waiting for it.
        end()
        if (!isWell) throw new Error(`the ${name} program failed`)
      }),
    )
    return opened
  }
}

/** Whatever became of the two, the next one may write. */
async function next(programs: Programs, known: Witness): Promise<Judged | null> {
  const [third] = await programs.run(['third'], true)
  if (third === undefined) return { why: 'the next program does not open the store', lost: 0 }
  if (third.readOnly !== null) return { why: `the next program may not write: ${third.readOnly}`, lost: 0 }
  const before = known.copy()
  const [last] = await programs.run(['last'], false, 0, 0)
  const verdict = before.judge(new Map(last?.texts))
  const why = complaint(verdict)
  return why === null ? null : { why, lost: verdict.lost.length }
}
