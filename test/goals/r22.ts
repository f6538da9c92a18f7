import { readJournal, segmentsIn } from '#node/store/read-journal.ts'
import { oneByOne } from '#node/store/entry.ts'
import { idOf, sha256 } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { capture, correct } from './a-consultation.ts'
import { Installation } from './a-circle.ts'
import { Tally, type Goal } from './goal.ts'

const YEAR = 31_557_600_000
/** The end of what 32 bits of seconds tell: 7 February 2106. */
const LAST = 4_294_967_295_000

/** A clock that begins anywhere from 1970 to 2106, and that somebody sets forth and back by up to three years. */
function wildClock(random: Chance): () => number {
  let now = random.in100(10) ? 0 : random.in100(10) ? LAST : random.below(LAST)
  return () => {
    const step = random.in100(20) ? random.below(6 * YEAR) - 3 * YEAR : random.below(3_000)
    return (now = Math.min(LAST, Math.max(0, now + step)))
  }
}

/** What was written, in order, and what is found: null when the one is the other. */
async function wrongWith(seed: number): Promise<string | null> {
  const random = chance(seed)
  const program = new Installation(`${seed}`, wildClock(random))
  await program.start()
  const texts = new Map<string, string>()
  const written: string[] = []
  for (let count = 3 + random.below(20); count > 0; count -= 1) {
    const known = [...texts.keys()]
    const isNew = known.length === 0 || random.in100(60)
    const note = isNew ? idOf('note', String(count)) : random.one(known)
    const text = `dit ${written.length}`
    await program.run(isNew ? capture(note, text) : correct(note, text))
    texts.set(note, text)
    written.push(text)
    if (random.in100(15)) await program.start()
    else if (random.in100(5)) await program.open.close().then(() => program.start())
  }
  return (await wrongOnDisk(program, written)) ?? wrongShown(program, texts)
}

async function wrongOnDisk({ disk, open }: Installation, written: readonly string[]): Promise<string | null> {
  const { folder, consultation, identity } = open.store
  const { entries, damages } = await readJournal(segmentsIn(folder, disk), consultation, sha256)
  if (damages.length > 0) return 'the journal is damaged'
  const operations = oneByOne(entries.map(({ entry }) => entry)).flatMap((one) =>
    one.type === 'batch' ? one.operations : [],
  )
  const own = operations.filter(({ head }) => head.g === undefined)
  const said = own.flatMap(({ body }) => (typeof body?.set['text'] === 'string' ? [body.set['text']] : []))
  if (said.join('\n') !== written.join('\n')) return `the journal does not tell them in their order: ${said.join(', ')}`
  for (const [at, { stamp }] of own.entries()) {
    const before = own[at - 1]?.stamp
    if (stamp?.d !== identity.stream) return 'a clock has opened a stream'
    if (stamp.n !== at + 1) return `counter ${stamp.n} where ${at + 1} should be`
    if (before !== undefined && stamp.h <= before.h) return `reading ${stamp.h} after ${before.h}`
  }
  return null
}

function wrongShown({ open }: Installation, texts: ReadonlyMap<string, string>): string | null {
  const wrong = [...texts].filter(([note, text]) => open.records.get(note)?.f['text'] !== text)
  return wrong.length === 0 ? null : `${wrong.length} notes do not say what was written last`
}

/** Whatever the clock says, what is written keeps its order and its numbers, and nothing is lost. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R22')
  for (let at = 0; at < cases; at += 1) {
    const wrong = await wrongWith(seed + at).catch(String)
    if (wrong !== null) tally.failed(seed + at, wrong, 1)
  }
  return tally.result(cases)
}
