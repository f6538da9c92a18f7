import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fullSession } from '../bench/full-session.ts'
import { chance } from '../build/chance.ts'
import { Typist } from './kills-typist.ts'
import { Pulse } from './pulse.ts'
import { complaintOf, WITHIN_MS } from './kills-judge.ts'
import { type Goal, Tally } from './goal.ts'

/** Kills of one data folder in a row, each after the reopening of the last. */
const CHAIN = 10
const CARDS = 5

/** One computer: the built program is typed into, killed with all its processes, and started again. */
class Chain {
  readonly #folder: string
  readonly #tally: Tally
  readonly #pulse: Pulse
  #typist: Typist | null = null
  #seed = 0

  constructor(folder: string, tally: Tally, pulse: Pulse) {
    this.#folder = folder
    this.#tally = tally
    this.#pulse = pulse
  }

  async kill(seed: number): Promise<void> {
    const typist = await this.#reopened()
    this.#seed = seed
    const random = chance(seed)
    const end = wait(300 + random.below(2_500)).then(() => typist.kill())
    await typist.typeUntilKilled(random)
    await end
    this.#typist = typist
  }

  /** Starts the program once more and judges what the last kill left. */
  async #reopened(): Promise<Typist> {
    const typist = await Typist.start(this.#folder)
    const last = this.#typist
    if (last !== null) {
      const why = complaintOf(last, await typist.found(), this.#pulse.lateBefore(last.killedAt, WITHIN_MS))
      if (why !== null) this.#tally.failed(this.#seed, why.words, why.lost)
    }
    return typist
  }

  async end(): Promise<void> {
    const typist = await this.#reopened()
    await typist.kill()
  }
}

/** Words being typed, their caret, what goes with them, and every note that was shown survive the end of all processes. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('KILLS')
  const root = await mkdtemp(join(tmpdir(), 'rapporteur-kills-'))
  const pulse = new Pulse(join(root, 'pulse'))
  for (let start = 0; start < cases; start += CHAIN) {
    const folder = join(root, `chain-${start}`)
    await mkdir(folder)
    await fullSession(folder, CARDS)
    const chain = new Chain(folder, tally, pulse)
    for (let index = start; index < Math.min(cases, start + CHAIN); index += 1) await chain.kill(seed + index)
    await chain.end()
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  await pulse.stop()
  await rm(root, { recursive: true, force: true })
  return tally.result(cases, `this computer was up to ${pulse.latest} ms late`)
}
