import { ErasureStory } from './erasure-story.ts'
import { Tally, type Goal } from './goal.ts'

/** One case in so many unpacks everything that leaves, instead of reading what lies in clear. */
const UNPACKED = 10

/**
 * Someone is removed, the program perhaps stopped in the middle; then come, in any order, old files, late ones of people
 * who know nothing, undo and redo, withdrawals, former versions, restarts, and a backup restored elsewhere. Nobody sees
 * the person again, no byte of their name is on the disk, and nothing that leaves says it.
 */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R20')
  let steps = 0
  for (let one = seed; one < seed + cases; one += 1) {
    try {
      const story = new ErasureStory(one)
      await story.before()
      await story.erase()
      steps += await story.after()
      const why = await story.complaint(one % UNPACKED === 0)
      if (why !== null) tally.failed(one, why)
    } catch (error) {
      tally.failed(one, `it stops: ${String(error instanceof Error ? error.stack : error)}`)
    }
  }
  return tally.result(cases, `${steps} things done after the erasure`)
}
