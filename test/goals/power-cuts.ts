import type { Workspace } from '#shared/contract/replies.ts'
import type { MemoryLayer } from '../build/memory-layer.ts'
import { done, type NodeSide } from '../build/node-side.ts'
import { chance } from '../build/chance.ts'
import { complaint, type Witness } from '../build/witness.ts'
import { idOf } from '../build/author.ts'
import { capture, create, openAgain, PLACES, textsOf } from './a-consultation.ts'
import { Tally, type GoalResult } from './goal.ts'
import { NO_JOBS, startOn, type Mutant } from './start-on.ts'
import { Story, type Beginning } from './story.ts'

/** Cuts that are drawn from one story. */
const CUTS = 500
const ACTIONS = 8
/** Of a hundred stores, how many are opened once more after the first word that is written in them. */
const TWICE = 30
/** Stories that follow one another on one disk, each after the power cut of the last. */
const CHAIN = 3

interface Judged {
  readonly why: string
  readonly lost: number
}

/** Power cuts at random calls of random stories: the real program opens what is left, and its work is judged. */
export async function powerCuts(cases: number, seed: number, mutant: Mutant = {}): Promise<GoalResult> {
  const tally = new Tally('R2')
  const stories = new Stories(mutant)
  let distinct = 0
  let judged = new Map<string, Judged | null>()
  for (let one = seed; one < seed + cases; one += 1) {
    const number = Math.floor(one / CUTS)
    const isNext = stories.stands(number)
    if (!isNext) judged = new Map()
    const story = await stories.get(number)
    const random = chance(one)
    const k = random.below(story.disk.calls.length + 1)
    const { witness, happened } = story.knownAt(k)
    const cut = story.disk.stateAfter(k, random)
    const key = `${happened}\n${cut.key}`
    let verdict = judged.get(key)
    if (verdict === undefined) {
      verdict = await judge(cut.disk(), witness, mutant, random.in100(TWICE))
      judged.set(key, verdict)
      distinct += 1
    }
    if (verdict !== null) tally.failed(one, verdict.why, verdict.lost)
  }
  return tally.result(cases, `${Math.round((100 * distinct) / cases)} in 100 states were distinct`)
}

/** The stories by their number; each depends on its number alone. */
class Stories {
  readonly #mutant: Mutant
  #number = -1
  #story: Story | null = null

  constructor(mutant: Mutant) {
    this.#mutant = mutant
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
    const story = new Story(number, this.#mutant, beginning)
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

/** Opens what the cut left, writes, and opens again. Null when nothing is missing, invented or refused. */
async function judge(disk: MemoryLayer, witness: Witness, mutant: Mutant, twice: boolean): Promise<Judged | null> {
  try {
    const side = await startOn(disk, 'judge', mutant, NO_JOBS)
    const workspace = await openAgain(side)
    const found = workspace === null ? new Map<string, string>() : textsOf(workspace)
    const verdict = witness.judge(found)
    const why = complaint(verdict) ?? grievance(workspace)
    if (why !== null) return { why, lost: verdict.lost.length }
    await goOn(side, found)
    return twice ? await atNextOpening(disk, found, mutant) : null
  } catch (error) {
    return { why: `the store does not open: ${String(error)}`, lost: 0 }
  }
}

function grievance(workspace: Workspace | null): string | null {
  if (workspace === null) return null
  if (workspace.readOnly !== null) return `opens read only: ${JSON.stringify(workspace.readOnly)}`
  const alarm = workspace.found.find(({ type }) => type === 'Lost')
  return alarm === undefined ? null : `a false alarm: ${JSON.stringify(alarm)}`
}

const AFTER = idOf('after the cut')

/** The store takes a word again. */
async function goOn(side: NodeSide, found: ReadonlyMap<string, string>): Promise<void> {
  if (found.size === 0) done(await create(side))
  for (const place of PLACES) if (!found.has(place.record)) done(await side.client['edit.apply'](place))
  done(await side.client['edit.apply'](capture(AFTER, 'Après la coupure')))
}

async function atNextOpening(
  disk: MemoryLayer,
  found: ReadonlyMap<string, string>,
  mutant: Mutant,
): Promise<Judged | null> {
  const again = await openAgain(await startOn(disk, 'judge again', mutant, NO_JOBS))
  const texts = again === null ? new Map<string, string>() : textsOf(again)
  const missing = [...found, [AFTER, 'Après la coupure'] as const].filter(([id, text]) => texts.get(id) !== text)
  return missing.length === 0 ? null : { why: `${missing.length} gone at the next opening`, lost: missing.length }
}
