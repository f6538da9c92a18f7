import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '#shared/kit/ports.ts'
import { isLogCode, isLogEvent, isLogKind, type LogFacts } from './log-event.ts'
import type { Log } from './ports.ts'

const MAX_BYTES = 1_000_000

/** The log and the two that came before it, the newest first. */
const logFiles = (dataFolder: string): readonly [string, string, string] => {
  const file = join(dataFolder, 'logs', 'rapporteur.log')
  return [file, `${file}.1`, `${file}.2`]
}

/** A log of JSON lines in `<dataFolder>/logs`, in three files of 1 MB. A full disk costs lines, never the work. */
export function fileLog(dataFolder: string, clock: Clock): Log {
  const files = logFiles(dataFolder)
  return (event, facts = {}) => {
    // The compiler has seen to it already; a log that quoted someone could not be taken back.
    if (!isLogEvent(event)) return
    try {
      mkdirSync(join(dataFolder, 'logs'), { recursive: true })
      if (sizeOf(files[0]) > MAX_BYTES) makeRoom(files)
      const line = { at: new Date(clock()).toISOString(), event, ...allowed(facts) }
      appendFileSync(files[0], `${JSON.stringify(line)}\n`)
    } catch {
      return
    }
  }
}

/** The last lines of the log, the oldest first. */
export function lastLogLines(dataFolder: string, count: number): readonly string[] {
  const [newest, former] = logFiles(dataFolder)
  return [former, newest].flatMap(linesIn).slice(-count)
}

function allowed({ n, ms, code, kind }: LogFacts): LogFacts {
  return {
    ...(Number.isSafeInteger(n) ? { n } : {}),
    ...(Number.isFinite(ms) ? { ms } : {}),
    ...(isLogCode(code) ? { code } : {}),
    ...(isLogKind(kind) ? { kind } : {}),
  }
}

function makeRoom([newest, former, oldest]: ReturnType<typeof logFiles>): void {
  if (sizeOf(former) > 0) renameSync(former, oldest)
  renameSync(newest, former)
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function linesIn(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(isOurs)
  } catch {
    return []
  }
}

/** A line that this program could have written; someone may have opened the file and typed in it. */
function isOurs(line: string): boolean {
  try {
    const { at, event, ...facts } = JSON.parse(line) as { at: unknown; event: unknown } & LogFacts
    const isDated = typeof at === 'string' && /^[\d-]{10}T[\d:.]{12}Z$/.test(at)
    const isKnown = JSON.stringify(allowed(facts)) === JSON.stringify(facts)
    return isDated && typeof event === 'string' && isLogEvent(event) && isKnown
  } catch {
    return false
  }
}
