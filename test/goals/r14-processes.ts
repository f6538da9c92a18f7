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
    const kill = random.in100(50)
    const opened = await Promise.all([
      runProgram(folder, 'first', known, kill),
      new Promise((resume) => setTimeout(resume, random.below(60))).then(() =>
        runProgram(folder, 'second', known, kill),
      ),
    ])
    const why = roles(opened.flatMap((one) => (one === null ? [] : [one.readOnly])))
    return why === null ? await next(folder, known) : { why, lost: 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Null when it never said that it has opened the store. */
async function runProgram(
  folder: string,
  name: string,
  known: Witness,
  kill: boolean,
  ms = 700,
): Promise<Opened | null> {
  const program = startBeside('r14-program', [folder, name, String(ms)])
  let opened: Opened | null = null
  let count = 0
  await listen(program, (news) => {
    if (news.type === 'opened') opened = news
    if (news.type === 'asked' || news.type === 'saved') known[news.type](news.id, news.text)
    if (kill && news.type === 'saved' && (count += 1) === 20) program.kill('SIGKILL')
  })
  return opened
}

/** Whatever became of the two, the next one may write. */
async function next(folder: string, known: Witness): Promise<Judged | null> {
  const third = await runProgram(folder, 'third', known, true)
  if (third === null) return { why: 'the next program does not open the store', lost: 0 }
  if (third.readOnly !== null) return { why: `the next program may not write: ${third.readOnly}`, lost: 0 }
  const last = await runProgram(folder, 'last', known, false, 0)
  const verdict = known.judge(new Map(last?.texts))
  const why = complaint(verdict)
  return why === null ? null : { why, lost: verdict.lost.length }
}
