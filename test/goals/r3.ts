import { chance } from '../build/chance.ts'
import { theNth } from '../build/disks/failing-disk.ts'
import { Tally, type Goal } from './goal.ts'
import { judge } from './judge.ts'
import { everyCall, memoryOf, seedsOf, strike } from './strike.ts'

/** The program ends at any call of any action: its files as they are, and as a power cut at that moment leaves them. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R3')
  const calls = await everyCall()
  const seeds = seedsOf(calls.length, cases, seed)
  for (const one of seeds) {
    const struckAt = calls[one % calls.length]
    if (struckAt === undefined) continue
    const { action, n } = struckAt
    const { known, disk, files } = await strike(action, theNth(n, 'crash'))
    const cut = disk.stateAfter(disk.calls.length, chance(one)).disk()
    for (const [how, left] of [
      ['killed', memoryOf(files)],
      ['without power', cut],
    ] as const) {
      const verdict = await judge(left, known)
      if (verdict !== null) tally.failed(one, `${action.name}, ${how} at call ${n}: ${verdict.why}`, verdict.lost)
    }
  }
  return tally.result(
    seeds.length,
    `${calls.length} calls of ${new Set(calls.map(({ action }) => action.name)).size} actions`,
  )
}
