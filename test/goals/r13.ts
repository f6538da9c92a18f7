import { PARTS } from '#shared/exchange/bundle.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { newId } from '#shared/kit/id.ts'
import { canonical } from '#shared/operation/canonical.ts'
import type { Operation, SensitivityClass } from '#shared/operation/operation.ts'
import { sealOperation } from '#shared/operation/seal.ts'
import { packBundle } from '#node/exchange/make-bundle.ts'
import { readBackup } from '#node/exchange/read-backup.ts'
import { restoreBackup } from '#node/exchange/restore-backup.ts'
import { unpackTexts } from '#node/exchange/zip.ts'
import { digest } from '#node/machine.ts'
import { idOf, seededRandom } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { done, type NodeSide } from '../build/node-side.ts'
import { foldOf } from '../build/said.ts'
import { AXIS, capture, CONSULTATION, correct, create, openAgain, PLACES, SESSION } from './a-consultation.ts'
import { onRealDisk } from './contribution.ts'
import { Tally, type Goal } from './goal.ts'
import { DATA, startOn } from './start-on.ts'

/** Cases that one program takes in, one after the other, before what it sends is looked at. */
const TOGETHER = 200
const NOTE = idOf('the note')
const PASSPHRASE = 'cheval pile agrafe correcte'

/**
 * What only a newer version knows — fields, kinds, parts of operations — goes through this one unchanged: taken in, worked
 * around, the program stopped and started, backed up and restored, sent on, each line is what it was, byte for byte.
 */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R13')
  for (let start = 0; start < cases; start += TOGETHER) {
    const seeds = Array.from({ length: Math.min(TOGETHER, cases - start) }, (_, index) => seed + start + index)
    const written = new Map(seeds.map((one) => [one, newerOperations(one)]))
    for (const [after, lines] of await passedOn([...written.values()])) {
      for (const [one, operations] of written) {
        const gone = operations.filter((operation) => !lines.has(canonical(operation)))
        if (gone.length > 0)
          tally.failed(one, `${gone.length} of ${operations.length} not as they were, ${after}`, gone.length)
      }
    }
  }
  return tally.result(cases)
}

/** Lines of what is sent: after the program was started again, and after a backup was restored elsewhere. */
async function passedOn(
  contributions: readonly (readonly Operation[])[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const disk = new MemoryLayer()
  const side = await startOn(disk, 'newer')
  done(await create(side))
  for (const place of PLACES) done(await side.client['edit.apply'](place))
  done(await side.client['edit.apply'](capture(NOTE, 'Avant')))
  const operations = contributions.flat()
  done(await side.client['bundle.merge']({ files: [side.give(await bundleOf(operations))], job: 'a', settle: [] }))
  done(await side.client['edit.apply'](correct(NOTE, 'Après')))
  done(await side.client['edit.apply']({ type: 'record.save', kind: 'axis', record: AXIS, set: { label: 'Eaux' } }))
  await side.composed.close()
  const again = await startOn(disk, 'again')
  await openAgain(again)
  const sent = await linesSent(again, disk)
  const backup = done(await again.client['backup.make']({ passphrase: PASSPHRASE }))
  await again.composed.close()
  const elsewhere = new MemoryLayer()
  const bytes = disk.files.get(again.delivered.get(backup?.name ?? '') ?? '') ?? new Uint8Array()
  done(await restoreBackup(done(await readBackup(bytes, PASSPHRASE, digest)), DATA, elsewhere, digest))
  const restored = await startOn(elsewhere, 'elsewhere')
  await openAgain(restored)
  const lines = await linesSent(restored, elsewhere)
  await restored.composed.close()
  return new Map([
    ['started again', sent],
    ['restored', lines],
  ])
}

async function bundleOf(operations: readonly Operation[]): Promise<string> {
  const place = { stream: 'newer', seq: 1, prev: null }
  const order = { kind: 'complete' as const, audience: null, consultation: CONSULTATION, place }
  return onRealDisk('newer.rapx', (await packBundle(operations, foldOf(operations), order, digest)).bytes)
}

async function linesSent(side: NodeSide, disk: MemoryLayer): Promise<ReadonlySet<string>> {
  const sent = done(await side.client['bundle.send']({ kind: 'complete', audience: 'section' }))
  const bytes = disk.files.get(side.delivered.get(sent?.name ?? '') ?? '') ?? new Uint8Array()
  const texts = done(await unpackTexts(bytes, { [PARTS.operations]: LIMITS.operationsBytes }))
  return new Set((texts[PARTS.operations] ?? '').split('\n'))
}

const CLASSES: readonly SensitivityClass[] = ['c', 'w', 'n', 'f', 'o', 'd']
const KINDS = ['note', 'session', 'axis', 'futureKind', 'observatory', 'pledge'] as const
const KNOWN: Readonly<Record<string, string>> = { note: NOTE, session: SESSION, axis: AXIS }

/** A few operations as a newer version of this program may write them. */
function newerOperations(seed: number): readonly Operation[] {
  const random = chance(seed)
  const salt = seededRandom(`newer ${seed}`)
  return Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const kind = random.one(KINDS)
    const record = KNOWN[kind] ?? newId(salt)
    const head = { v: 1 as const, c: CONSULTATION, r: record, t: kind, k: random.one(CLASSES), ...extras(random, 'h') }
    const set = Object.fromEntries(fields(random).map((field) => [field, value(random)]))
    const body = { x: newId(salt), set, ...extras(random, 'y') }
    const time = `${(1_767_600_000_000 + seed).toString(16).padStart(12, '0')}0000`
    const stamp = { x: newId(salt), d: `newer ${seed}`, n: index + 1, h: time, by: 'someone', batch: newId(salt) }
    const operation = sealOperation(head, body, { ...stamp, ...extras(random, 'z') }, digest)
    return { ...operation, ...extras(random, 'part') }
  })
}

/** Names that no version has used so far. */
const fields = (random: Chance): readonly string[] =>
  Array.from({ length: 1 + random.below(3) }, () => `future${random.below(1000)}${random.one(['', ':fr', '.x', '_y'])}`)

const extras = (random: Chance, name: string): Readonly<Record<string, unknown>> =>
  random.in100(40) ? { [`${name}Future`]: anything(random, 3) } : {}

const TEXTS = ['', 'é', '💧', 'الماء', '五百', '\u2028', '"\\\n\t', '{"id":"x"}', '__proto__', 'Plus d’eau', '\u0000']

const value = (random: Chance): string | number | boolean | null | readonly string[] =>
  random.one([
    random.one(TEXTS).repeat(1 + random.below(3)),
    random.below(2 ** 31) * (random.in100(50) ? -1 : 1) || 0,
    random.in100(50),
    null,
    [random.one(TEXTS), random.one(TEXTS)],
  ])

function anything(random: Chance, depth: number): unknown {
  if (depth === 0 || random.in100(50)) return value(random)
  const inside = Array.from({ length: random.below(3) }, (_, at) => [`k${at}`, anything(random, depth - 1)] as const)
  return random.in100(50) ? Object.fromEntries(inside) : inside.map(([, item]) => item)
}
