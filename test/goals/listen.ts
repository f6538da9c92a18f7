import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { News } from './a-writer.ts'

/** A program that was built with the goal, started with these words; `under`: another program that starts it. */
export function startBeside(program: string, words: readonly string[], under: readonly string[] = []): ChildProcess {
  const [first = '', ...rest] = [...under, process.execPath, resolve('out/goals', `${program}.js`), ...words]
  return spawn(first, rest, { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Hears every whole line that a program tells. False when it has ended by a failure of its own; killed, it has not. */
export async function listen(program: ChildProcess, hear: (news: News) => void): Promise<boolean> {
  if (program.stdout === null) throw new Error('Nothing to listen to')
  const ended = once(program, 'close')
  for await (const line of createInterface({ input: program.stdout })) {
    const news = newsIn(line)
    if (news !== null) hear(news)
  }
  const [code] = (await ended) as [number | null]
  return code === 0 || code === null
}

/** The last line of a program that was killed may be cut: it tells nothing. */
function newsIn(line: string): News | null {
  try {
    return JSON.parse(line) as News
  } catch {
    return null
  }
}
