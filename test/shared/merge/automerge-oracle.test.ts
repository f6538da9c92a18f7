import * as Automerge from '@automerge/automerge'
import { describe, expect, it } from 'vitest'
import { draft } from '#shared/edit/draft.ts'
import { valuesOf } from '#shared/operation/read-record.ts'
import { idOf } from '../../build/author.ts'
import { chance } from '../../build/chance.ts'
import { Device } from '../../build/device.ts'

const SEED = Number(process.env['RAPPORTEUR_LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const HISTORIES = 130
const RECORDS = ['Eau', 'Sols', 'Ville'].map((words) => idOf(words))
const FIELDS = ['label', 'label:fr', 'label:en', 'label:es'] as const

type Fields = Record<string, Automerge.ImmutableString>
type Document = Record<string, Fields>

/** One installation of ours and one of Automerge, told the same things in the same order. */
interface Pair {
  readonly ours: Device
  theirs: Automerge.Doc<Document>
}

/** Automerge's own way to begin together: one document, loaded by all. */
const EMPTY = Automerge.save(
  Automerge.from<Document>(Object.fromEntries(RECORDS.map((id) => [id, {}])), { actor: '00'.repeat(16) }),
)

const aPair = (name: string, n: number): Pair => ({
  ours: new Device(name),
  theirs: Automerge.load<Document>(EMPTY, { actor: `0${n + 1}`.repeat(16) }),
})

function writes(pair: Pair, record: string, field: string, words: string): void {
  // Someone who writes one of the values that stand there settles for us; Automerge only takes the other values away.
  if (oursOf(pair, record, field).includes(words)) return
  pair.ours.write([draft('theme', record, { [field]: words })])
  pair.theirs = Automerge.change(pair.theirs, (document) => {
    const fields = document[record]
    if (fields !== undefined) fields[field] = new Automerge.ImmutableString(words)
  })
}

function sends(from: Pair, to: Pair): void {
  to.ours.receive(from.ours.operations.values())
  to.theirs = Automerge.merge(to.theirs, from.theirs)
}

/** The values that stand side by side in a field, sorted, by each of the two. */
function oursOf({ ours }: Pair, record: string, field: string): readonly string[] {
  const state = ours.fold.records.get(record)?.fields.get(field)
  return state === undefined ? [] : valuesOf('theme', field, state).map(String).toSorted()
}

function theirsOf({ theirs }: Pair, record: string, field: string): readonly string[] {
  const fields = theirs[record]
  if (fields === undefined) return []
  const several: unknown = Automerge.getConflicts(fields, field)
  const values = several === undefined ? [fields[field]] : Object.values(several as Record<string, unknown>)
  return [...new Set(values.filter((value) => value !== undefined).map(String))].toSorted()
}

/** Two to five installations that write, send to one another, and one that at last knows everything. */
function history(seed: number): readonly Pair[] {
  const random = chance(seed)
  const pairs = Array.from({ length: 2 + random.below(4) }, (_, n) => aPair(`${seed} ${n}`, n))
  for (let step = 10 + random.below(40); step > 0; step -= 1) {
    const pair = random.one(pairs)
    if (random.in100(75)) writes(pair, random.one(RECORDS), random.one(FIELDS), `dit ${random.below(6)}`)
    else sends(random.one(pairs.filter((other) => other !== pair)), pair)
  }
  const [last, ...others] = pairs
  if (last !== undefined) for (const pair of others) sends(pair, last)
  return pairs
}

describe('The values that stand side by side', () => {
  it(`are those that Automerge lists, for everyone and in every field of ${HISTORIES} histories`, () => {
    const counts = { fields: 0, unsettled: 0 }
    for (let at = 0; at < HISTORIES; at += 1) {
      for (const pair of history(SEED + at)) {
        for (const record of RECORDS) {
          for (const field of FIELDS) {
            const [ours, theirs] = [oursOf(pair, record, field), theirsOf(pair, record, field)]
            expect(ours, `RAPPORTEUR_LAW_SEED=${SEED + at}, ${field} of ${record}`).toEqual(theirs)
            counts.fields += 1
            counts.unsettled += ours.length > 1 ? 1 : 0
          }
        }
      }
    }
    expect(counts.fields).toBeGreaterThanOrEqual(3_000)
    // Were nothing ever unsettled, two programs that forget would agree as well.
    expect(counts.unsettled).toBeGreaterThan(200)
    console.info(`Automerge: ${counts.fields} fields, ${counts.unsettled} unsettled, 0 differences, seed ${SEED}`)
  })
})
