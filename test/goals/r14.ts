import { idOf } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { slowDisk } from '../build/disks/slow-disk.ts'
import type { MemoryLayer } from '../build/memory-layer.ts'
import type { NodeSide } from '../build/node-side.ts'
import { capture, CONSULTATION } from './a-consultation.ts'
import { STORE } from './actions.ts'
import { Tally, type Goal } from './goal.ts'
import { judge } from './judge.ts'
import { realProcesses } from './r14-processes.ts'
import { roles } from './roles.ts'
import { startOn } from './start-on.ts'
import { memoryOf } from './strike.ts'

const EACH = 4
/** Real processes take a second each: one case in so many. */
const REAL = 40

/** Two programs on one store: one writes, the other reads and is told; a lock that was left behind is taken over. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R14')
  for (let one = seed; one < seed + cases; one += 1) {
    const verdict = one % REAL === 0 ? await realProcesses(one) : await twoAtOnce(one)
    if (verdict !== null) tally.failed(one, verdict.why, verdict.lost)
  }
  return tally.result(cases, `one in ${REAL} with processes of the system`)
}

/** Both take their turns on one disk in memory, call by call, in an order that chance makes. */
async function twoAtOnce(seed: number): ReturnType<typeof judge> {
  const random = chance(seed)
  const { files, witness } = await STORE.begin()
  const disk = memoryOf(files)
  const known = witness.copy()
  const alive = new Set<number>()
  if (random.in100(50)) await leaveLock(disk)
  const two = await Promise.all([1, 2].map((pid) => startProgram(disk, pid, alive, random)))
  const opened = await Promise.all(two.map((side) => side.client['consultation.open']({ consultation: CONSULTATION })))
  const told = opened.flatMap((one) => (one.ok ? [one.value.readOnly?.type ?? null] : []))
  await Promise.all(
    two.map(async ({ client }, program) => {
      for (let count = 0; count < EACH; count += 1) {
        const note = idOf('of two', String(seed), String(program), String(count))
        known.asked(note, 'Dit')
        if ((await client['edit.apply'](capture(note, 'Dit'))).ok) known.saved(note, 'Dit')
      }
    }),
  )
  const why = roles(told)
  return why === null ? judge(disk, { witness: known, twice: false }) : { why, lost: 0 }
}

function startProgram(disk: MemoryLayer, pid: number, alive: Set<number>, random: Chance): Promise<NodeSide> {
  alive.add(pid)
  const startOf = (asked: number): string | null => (alive.has(asked) ? `start of ${asked}` : null)
  return startOn(slowDisk(disk, random), `program ${pid}`, { self: { host: 'test computer', pid, startOf } })
}

/** A program had the store open when its process ended. */
async function leaveLock(disk: MemoryLayer): Promise<void> {
  const { client } = await startOn(disk, 'former', {
    self: { host: 'test computer', pid: 3, startOf: () => 'start of 3' },
  })
  await client['consultation.open']({ consultation: CONSULTATION })
}
