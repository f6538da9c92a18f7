import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chance } from '../build/chance.ts'
import { complaint, Witness } from '../build/witness.ts'
import type { News } from './a-writer.ts'
import { Tally, type Goal } from './goal.ts'
import { listen, startBeside } from './listen.ts'

/** Kills of one store in a row, each after the reopening of the last. */
const CHAIN = 10

/** One store: a program writes in it, is killed in the middle, and the next one opens it and goes on. */
class Chain {
  readonly #folder: string
  readonly #witness = new Witness()
  readonly #tally: Tally
  /** Seed of the kill that the next opening judges. */
  #seed = 0

  constructor(folder: string, tally: Tally) {
    this.#folder = folder
    this.#tally = tally
  }

  async kill(seed: number): Promise<void> {
    const after = 60 + chance(seed).below(250)
    const program = startBeside('r1-writer', [this.#folder, String(seed)])
    let saved = 0
    const isWell = await listen(program, (news) => {
      this.#hear(news)
      if (news.type === 'opened') this.#seed = seed
      if (news.type !== 'saved') return
      saved += 1
      if (saved === 1) setTimeout(() => program.kill('SIGKILL'), after)
    })
    if (saved === 0 || !isWell) this.#tally.failed(seed, 'the program ended by itself')
  }

  /** Opens the store once more, for the last kill. */
  async end(): Promise<void> {
    let opened = false
    await listen(startBeside('r1-writer', [this.#folder, '0', 'read']), (news) => {
      opened = true
      this.#hear(news)
    })
    if (!opened) this.#tally.failed(this.#seed, 'the store does not open after the last kill')
  }

  #hear(news: News): void {
    if (news.type === 'opened') this.#judge(news)
    else if (news.type === 'refused') this.#tally.failed(this.#seed, news.failure)
    else this.#witness[news.type](news.id, news.text)
  }

  #judge({ texts, readOnly }: News & { type: 'opened' }): void {
    const found = new Map(texts)
    const verdict = this.#witness.judge(found)
    const why = complaint(verdict)
    if (why !== null) this.#tally.failed(this.#seed, why, verdict.lost.length)
    if (readOnly !== null) this.#tally.failed(this.#seed, `the store reopens read only: ${readOnly}`)
    this.#witness.saw(found)
  }
}

/** Acknowledged notes and drafts survive `kill -9` at any moment, on fresh stores and on stores killed before. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R1')
  for (let start = 0; start < cases; start += CHAIN) {
    const folder = await mkdtemp(join(tmpdir(), 'rapporteur-r1-'))
    const chain = new Chain(folder, tally)
    for (let index = start; index < Math.min(cases, start + CHAIN); index += 1) await chain.kill(seed + index)
    await chain.end()
    await rm(folder, { recursive: true, force: true })
  }
  return tally.result(cases)
}
