import type { Verification } from '#shared/verify/verification.ts'
import { faultsOf, subjects, type Subject } from './r10-subjects.ts'
import { Tally, type Goal } from './goal.ts'
import { spread } from './spread.ts'

/** One bit of one byte changed, or a file cut. */
type Damage = { readonly path: string; readonly at: number; readonly bit: number | 'cut' }

/** What a subject says, and what a verification finds in it, before it is damaged. */
interface Before {
  readonly hash: string | null
  readonly faults: number
}

const WAYS = 9
/** One case in so many is verified too, which takes as long as opening it. */
const VERIFIED = 8

/**
 * Every bit of every byte changed, every length cut, of a bundle and of a store: the program says so, or it says what it
 * said before; never something else without a word. Cases are spread over all damages, and are all of them when there are
 * as many.
 */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R10')
  const all = await subjects()
  const sizes = all.map(({ files }) => sum([...files.values()].map((bytes) => bytes.length)) * WAYS)
  const total = sum(sizes)
  const before = new Map<Subject, Before>()
  for (const subject of all) {
    const { hash, told } = await subject.open(subject.files)
    if (told) tally.failed(seed, `${subject.name}: a false alarm`)
    before.set(subject, { hash, faults: faultsOf(await subject.verify(subject.files)) })
  }
  const counts = { detected: 0, harmless: 0 }
  const judged = Math.min(cases, total)
  for (let index = 0; index < judged; index += 1) {
    const number = spread(seed + index, total)
    const [subject, within] = subjectAt(all, sizes, number)
    const damage = damageAt(subject, within)
    const outcome = await judge(subject, damage, before.get(subject), number % VERIFIED === 0)
    if (outcome === 'detected' || outcome === 'harmless') counts[outcome] += 1
    else tally.failed(seed + index, `${subject.name}, ${damage.path} at ${damage.at}, ${damage.bit}: ${outcome}`)
  }
  const bytes = sizes.map((size, index) => `${all[index]?.name} ${size / WAYS} bytes`).join(', ')
  return tally.result(judged, `${counts.detected} detected, ${counts.harmless} harmless, of ${total} (${bytes})`)
}

function subjectAt(all: readonly Subject[], sizes: readonly number[], number: number): readonly [Subject, number] {
  let left = number
  for (const [index, subject] of all.entries()) {
    const size = sizes[index] ?? 0
    if (left < size) return [subject, left]
    left -= size
  }
  throw new Error('There is no such case')
}

function damageAt({ files }: Subject, number: number): Damage {
  let left = number
  for (const [path, bytes] of files) {
    const way = left % WAYS
    if (left < bytes.length * WAYS) return { path, at: Math.floor(left / WAYS), bit: way === 8 ? 'cut' : way }
    left -= bytes.length * WAYS
  }
  throw new Error('There is no such place')
}

function damaged(files: Subject['files'], { path, at, bit }: Damage): ReadonlyMap<string, Uint8Array> {
  const bytes = files.get(path) ?? new Uint8Array()
  if (bit === 'cut') return new Map([...files, [path, bytes.slice(0, at)]])
  const changed = Uint8Array.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ (1 << bit)
  return new Map([...files, [path, changed]])
}

/** It says that something is damaged, or finds more than before. */
const finds = (report: Verification, before: Before | undefined): boolean =>
  !report.ok || faultsOf(report) > (before?.faults ?? 0)

async function judge(subject: Subject, damage: Damage, before: Before | undefined, verified: boolean): Promise<string> {
  const files = damaged(subject.files, damage)
  try {
    const { hash, told } = await subject.open(files)
    const isSame = hash === before?.hash
    if (!isSame && !told) return 'says something else without a word'
    if (verified && !isSame && !finds(await subject.verify(files), before)) return 'not found by a verification'
    return told ? 'detected' : 'harmless'
  } catch (error) {
    return `does not open: ${String(error)}`
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)
