import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '#shared/kit/ports.ts'
import type { Log } from './ports.ts'

const MAX_BYTES = 1_000_000

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** A log of JSON lines in `<dataFolder>/logs`, of two files of at most 1 MB each. A full disk costs lines, never the work. */
export function fileLog(dataFolder: string, clock: Clock): Log {
  const file = join(dataFolder, 'logs', 'rapporteur.log')
  return (event, facts = {}) => {
    try {
      mkdirSync(join(dataFolder, 'logs'), { recursive: true })
      if (sizeOf(file) > MAX_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: new Date(clock()).toISOString(), event, ...facts })}\n`)
    } catch {
      return
    }
  }
}
