import { parseArguments } from '../../electron/cli/parse-arguments.ts'
import { COMMAND_LINES } from './bad-inputs/command-lines.ts'
import { CONTAINERS } from './bad-inputs/containers.ts'
import { CONTENTS } from './bad-inputs/contents.ts'
import { judgeMemory } from './bad-inputs/in-a-worker.ts'
import { judgeBundle } from './bad-inputs/judge-bundle.ts'
import { judgeSource } from './bad-inputs/judge-source.ts'
import { judgeList } from './bad-inputs/judge-list.ts'
import { judgeTable } from './bad-inputs/judge-table.ts'
import { complaintOfWords } from './bad-inputs/judge-words.ts'
import { LEFT_OUT } from './bad-inputs/left-out.ts'
import { LISTS } from './bad-inputs/lists.ts'
import { SOURCES } from './bad-inputs/sources.ts'
import { TABLES } from './bad-inputs/tables.ts'
import { Tally, type Goal } from './goal.ts'

interface Case {
  readonly id: string
  judge(): Promise<string | null>
}

const CASES: readonly Case[] = [
  ...[...CONTAINERS, ...CONTENTS].map((input) => ({ id: input.id, judge: () => judgeBundle(input) })),
  ...TABLES.map((input) => ({ id: input.id, judge: () => judgeTable(input) })),
  ...LISTS.map((input) => ({ id: input.id, judge: () => judgeList(input) })),
  ...SOURCES.map((input) => ({ id: input.id, judge: () => judgeSource(input) })),
  ...COMMAND_LINES.map(({ id, words, type }) => ({ id, judge: async () => judgeWords(words, type) })),
  { id: 'FS-21', judge: judgeMemory },
]

/** No file may keep a processor busy for longer, whatever it holds. */
const MOST_MS = 10_000

/** Files that were forged, damaged, badly exported or chosen by mistake: each has the outcome and the words it should. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R9', 40)
  const prototype = Object.getOwnPropertyNames(Object.prototype).join()
  const judged = Math.min(cases, CASES.length)
  let slowest = { id: '', ms: 0 }
  for (let index = 0; index < judged; index += 1) {
    const number = (seed + index) % CASES.length
    const { id, judge } = CASES[number] ?? { id: '', judge: async () => 'there is no such case' }
    const began = process.cpuUsage()
    const complaint = await judge().catch((error: unknown) => `throws ${String((error as Error).stack ?? error)}`)
    const { user, system } = process.cpuUsage(began)
    const ms = Math.round((user + system) / 1_000)
    if (ms > slowest.ms) slowest = { id, ms }
    if (complaint !== null) tally.failed(number, `${id}: ${complaint}`)
    else if (ms > MOST_MS) tally.failed(number, `${id}: took ${ms} ms`)
    if (Object.getOwnPropertyNames(Object.prototype).join() !== prototype)
      tally.failed(number, `${id}: changes objects`)
  }
  const inputs = new Set(CASES.map(({ id }) => id.split(' ')[0])).size
  const note = `${inputs} inputs in ${CASES.length} cases, ${Object.keys(LEFT_OUT).length} left to others; slowest ${slowest.id}`
  return tally.result(judged, `${note}, ${slowest.ms} ms`)
}

function judgeWords(words: readonly string[], type: string): string | null {
  const parsed = parseArguments(words)
  if (parsed.ok || parsed.failure.type !== type) return `not refused: ${JSON.stringify(parsed)}`
  return complaintOfWords(parsed.failure, null)
}
