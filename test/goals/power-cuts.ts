import { chance, type Chance } from '../build/chance.ts'
import { Tally, type GoalResult } from './goal.ts'
import { judge, type Judged } from './judge.ts'
import type { Circumstances } from './start-on.ts'
import { Story, type Beginning } from './story.ts'

/** Cuts that are drawn from one story. */
const CUTS = 500
const ACTIONS = 7
/** Of a hundred stores, how many are opened once more after the first word that is written in them. */
const TWICE = 30
/** Stories that follow one another on one disk, each after the power cut of the last. */
const CHAIN = 3

/** Power cuts at random calls of random stories: the real program opens what is left, and its work is judged. */
export async function powerCuts(cases: number, seed: number, circumstances: Circumstances = {}): Promise<GoalResult> {
  const tally = new Tally('R2', Object.keys(circumstances).length === 0 ? 10 : 0)
  const stories = new Stories(circumstances)
  let distinct = 0
  let judged = new Map<string, Judged | null>()
  for (let one = seed; one < seed + cases; one += 1) {
    const number = Math.floor(one / CUTS)
    const isNext = stories.stands(number)
    if (!isNext) judged = new Map()
    const story = await stories.get(number)
    const random = chance(one)
    const k = momentIn(story, random)
    const { witness, happened } = story.knownAt(k)
    const cut = story.disk.stateAfter(k, random)
    const key = `${happened}\n${cut.key}`
    let verdict = judged.get(key)
    if (verdict === undefined) {
      verdict = await judge(cut.disk(), { witness, circumstances, twice: random.in100(TWICE) })
      judged.set(key, verdict)
      distinct += 1
    }
    if (verdict !== null) tally.failed(one, verdict.why, verdict.lost)
  }
  return tally.result(cases, `${Math.round((100 * distinct) / cases)} in 100 states were distinct`)
}

/** Any call; one in three times, a call after which something waits to be flushed. */
function momentIn({ disk }: Story, random: Chance): number {
  const writes = random.in100(33) ? disk.calls.flatMap(({ type }, index) => (type === 'write' ? [index + 1] : [])) : []
  return writes.length > 0 ? random.one(writes) : random.below(disk.calls.length + 1)
}

/** The stories by their number; each depends on its number alone. */
class Stories {
  readonly #circumstances: Circumstances
  #number = -1
  #story: Story | null = null

  constructor(circumstances: Circumstances) {
    this.#circumstances = circumstances
  }

  stands(number: number): boolean {
    return this.#number === number && this.#story !== null
  }

  async get(number: number): Promise<Story> {
    if (this.#story === null || this.#number !== number) {
      const isNext = this.#number === number - 1 && number % CHAIN !== 0
      const former = isNext ? this.#story : null
      this.#story = await this.#play(number, former)
      this.#number = number
    }
    return this.#story
  }

  async #play(number: number, former: Story | null): Promise<Story> {
    const beginning = number % CHAIN === 0 ? undefined : leftBy(former ?? (await this.#play(number - 1, null)), number)
    const story = new Story(number, this.#circumstances, beginning)
    await story.play(ACTIONS)
    return story
  }
}

/** What a power cut of a story leaves to the next one. */
function leftBy(story: Story, number: number): Beginning {
  const random = chance(number)
  const half = Math.floor(story.disk.calls.length / 2)
  const k = half + random.below(half + 1)
  const { witness } = story.knownAt(k)
  return { files: story.disk.stateAfter(k, random).disk().files, witness }
}
