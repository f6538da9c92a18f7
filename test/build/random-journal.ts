import * as fc from 'fast-check'
import type { Entry, SimpleEntry } from '#node/store/entry.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { idOf } from './author.ts'
import { chance, type Chance } from './chance.ts'
import { someSteps, World } from './history.ts'

export interface RandomJournal {
  readonly consultation: string
  readonly entries: readonly Entry[]
}

/** The journal of an installation after a random history: its own batches, what came in, what was withdrawn, sent, accepted. */
export function randomJournal(seed: number): RandomJournal {
  const [steps] = fc.sample(someSteps(), { numRuns: 1, seed })
  const device = World.after(steps ?? []).devices[seed % 3]
  if (device === undefined) throw new Error('There are three of them')
  const random = chance(seed)
  const dropped = [...device.fold.dropped]
  const entries = runsOf([...device.operations.values()], device.own).flatMap((run, at): Entry[] => {
    const isOwn = device.own.has(run[0]?.id ?? '')
    const entry = isOwn ? batch(run) : imported(run, seed, at, random.in100(30) ? dropped : [])
    return [entry, ...sometimes(entry, random, at)]
  })
  const accepted: Entry = { type: 'accept', ids: [...device.fold.accepted] }
  const dropping = imported([], seed, entries.length, dropped)
  return { consultation: device.author.consultation, entries: [...entries, accepted, dropping] }
}

/** Operations as they came: a run of one's own batch, or of what others wrote. */
function runsOf(operations: readonly Operation[], own: ReadonlySet<string>): readonly (readonly Operation[])[] {
  const runs: Operation[][] = []
  let last = ''
  for (const operation of operations) {
    const key = own.has(operation.id) ? (operation.stamp?.batch ?? '') : 'others'
    if (key === last) runs.at(-1)?.push(operation)
    else runs.push([operation])
    last = key
  }
  return runs
}

const batch = (operations: readonly Operation[]): SimpleEntry => ({
  type: 'batch',
  label: 'test',
  operations: [...operations],
})

function imported(operations: readonly Operation[], seed: number, at: number, drops: readonly string[]): SimpleEntry {
  const file = {
    name: `de ${at}.rapx`,
    sections: ['AFR'],
    axes: ['Eau'],
    notes: 1,
    stream: 's',
    seq: at + 1,
    root: 'r',
  }
  const ids = operations.map(({ id }) => id)
  const id = idOf('import', String(seed), String(at))
  return { type: 'import', id, at, files: [file], ids, operations: [...operations], drops: [...drops] }
}

function sometimes(entry: Entry, random: Chance, at: number): readonly Entry[] {
  const more: SimpleEntry[] = []
  if (entry.type === 'import' && random.in100(50)) more.push({ type: 'withdraw', import: entry.id })
  if (entry.type === 'import' && random.in100(20)) more.push({ type: 'restore', import: entry.id })
  if (random.in100(20)) more.push({ type: 'point', at, reason: 'named', label: `étape ${at}` })
  if (random.in100(20)) {
    const audience = random.one(['section', 'secretariat', 'public'] as const)
    more.push({ type: 'sent', at, kind: 'projection', audience, stream: 's', seq: at + 1, manifest: 'm', to: 'Léa' })
  }
  return more.length > 1 && random.in100(50) ? [{ type: 'together', label: 'test', entries: more }] : more
}
