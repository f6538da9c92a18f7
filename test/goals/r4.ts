import { idOf } from '../build/author.ts'
import { chance } from '../build/chance.ts'
import { CODES, theNth, type Fault } from '../build/disks/failing-disk.ts'
import { capture, openAgain } from './a-consultation.ts'
import type { Action, Answer } from './actions.ts'
import { fullDisk } from './full-disk.ts'
import { Tally, type Goal } from './goal.ts'
import { judge } from './judge.ts'
import { everyCall, memoryOf, quiet, seedsOf, strike, type Struck } from './strike.ts'
import { wordsMissing } from './words-missing.ts'

const FAULTS: readonly Fault[] = [...CODES, 'short']

/** Ways in which a call fails: as soon as all calls have failed in one, the next one has its turn. */
const WAYS = FAULTS.flatMap((fault) => [false, true].map((forEver) => ({ fault, forEver })))

interface Case {
  readonly action: Action
  readonly n: number
  readonly fault: Fault
  readonly forEver: boolean
}

/** Any call of any action fails, once or for ever: nothing is lost, nothing is called saved that is not, and it is said. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R4')
  for (const code of CODES) for (const why of wordsMissing({ type: 'NotSaved', code })) tally.failed(seed, why)
  const calls = await everyCall()
  const full = await fullDisk()
  if (full !== null) tally.failed(seed, full.why, full.lost)
  const seeds = seedsOf(calls.length, cases, seed)
  for (const one of seeds) {
    const call = calls[one % calls.length]
    const way = WAYS[Math.floor(one / calls.length) % WAYS.length]
    if (call === undefined || way === undefined) continue
    const verdict = await run({ ...call, ...way }, one)
    if (verdict !== null) tally.failed(one, `${describe({ ...call, ...way })}: ${verdict.why}`, verdict.lost)
  }
  return tally.result(seeds.length, `${calls.length} calls, ${WAYS.length} ways to fail, a disk of 64 kB`)
}

const describe = ({ action, n, fault, forEver }: Case): string =>
  `${action.name}, ${fault} at call ${n}${forEver ? ' and for ever' : ''}`

async function run({ action, n, fault, forEver }: Case, seed: number): ReturnType<typeof judge> {
  const random = chance(seed)
  const struck = await strike(action, theNth(n, fault, forEver), random.in100(30))
  const why = answerFault(struck.answer, fault) ?? (await goesOn(struck, action))
  if (why !== null) return { why, lost: 0 }
  const { disk, known, files } = struck
  // What the system has, or what the disk has: either may be what the next start finds.
  const left = random.in100(50) ? memoryOf(files) : disk.stateAfter(disk.calls.length, random).disk()
  return judge(left, known)
}

/** A failure is that of the disk, in its own words; a success may be that of a store that says it cannot be written to. */
function answerFault(answer: Answer | null, fault: Fault): string | null {
  if (answer === null) return 'no answer'
  if (!answer.ok) {
    const { type, code } = answer.failure
    return type === 'NotSaved' && code === fault ? null : `answers ${JSON.stringify(answer.failure)}`
  }
  const { readOnly, found = [] } = (answer.value ?? {}) as Partial<Opened>
  if (found.some(({ type }) => type === 'Lost')) return 'a false alarm: says that writings are lost'
  if (!readOnly || (readOnly.type === 'CannotWrite' && readOnly.code === fault)) return null
  return `opens read only: ${JSON.stringify(readOnly)}`
}

interface Opened {
  readonly readOnly: { readonly type: string; readonly code?: string } | null
  readonly found: readonly { readonly type: string }[]
}

const AGAIN = idOf('the next note')

/** Once the disk is well again, the same program saves what it is given. */
async function goesOn({ side, failing, known }: Struck, action: Action): Promise<string | null> {
  failing.fate = () => null
  if (!action.isOpen) return null
  const workspace = await openAgain(side, action.consultation)
  if (workspace?.readOnly !== null) return 'stays read only once the disk is well again'
  known.witness.asked(AGAIN, 'Redit')
  const saved = await side.client['edit.apply'](capture(AGAIN, 'Redit'))
  await quiet()
  if (!saved.ok) return `saves nothing more once the disk is well again: ${JSON.stringify(saved.failure)}`
  known.witness.saved(AGAIN, 'Redit')
  return null
}
