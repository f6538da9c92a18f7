import { calledAs, mayMention, mentionsIn } from '#shared/erasure/mentions.ts'
import { planErasure } from '#shared/erasure/plan-erasure.ts'
import type { ErasurePreview, Erasures } from '#shared/contract/erasure-calls.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { dropsOf, isDropped, namedByDrops, saysRulesOnly, type Drop } from '#shared/operation/drop.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type EntryOf, type SimpleEntry } from '../store/entry.ts'
import { owedFor } from '../exchange/given-to.ts'
import { readJournal, segmentsIn, type NumberedEntry } from '../store/read-journal.ts'
import { operationsOf, stateOf } from '../store/store-state.ts'
import { registerOf } from '../workspace/register.ts'
import type { ToDrop } from './erase.ts'

export interface JournalOrder {
  readonly folder: string
  readonly consultation: string
  readonly upTo: number
}
export interface LookOrder extends JournalOrder {
  readonly person: string
  readonly replaced: readonly string[] | null
  readonly mark: string
}

export interface LookedErasure {
  readonly preview: ErasurePreview
  readonly plan: ToDrop
}

/** What removing a person takes, looked for in everything that the journal ever held. Work for a worker. */
export async function lookErasure(order: LookOrder, layer: FileLayer, digest: Digest): Promise<LookedErasure> {
  const numbered = await entriesOf(order, layer, digest)
  const entries = numbered.map(({ entry }) => entry)
  const { fold } = stateOf(entries)
  const { person, mark } = order
  const replaced = order.replaced === null ? null : new Set(order.replaced)
  const { drops, restated, ...plan } = planErasure(operationsOf(entries).values(), fold, { person, replaced, mark })
  const simple = oneByOne(entries)
  const called = calledAs(plan.names.map((name) => ({ name, givenName: '' })))
  const isNamed = (text: string): boolean =>
    mayMention(text, called) && mentionsIn(text, called).some(({ sure }) => sure)
  const registers = simple.filter((entry) => wordsOf(entry).some(isNamed)).length
  return {
    preview: { ...plan, sent: sentSince(simple, drops), registers },
    plan: { drops, restated, owed: owedFor(numbered, { fold }, drops) },
  }
}

async function entriesOf(
  { folder, consultation, upTo }: JournalOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<readonly NumberedEntry[]> {
  const { entries } = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  return entries
}

/** What left after the first writing of anything that goes. */
function sentSince(entries: readonly SimpleEntry[], drops: readonly Drop[]): ErasurePreview['sent'] {
  const named = namedByDrops(drops)
  const first = entries.findIndex(
    (entry) => 'operations' in entry && entry.operations.some((operation) => isDropped(named, operation)),
  )
  return first < 0 ? [] : registerOf(entries.slice(first).filter((entry) => entry.type === 'sent'))
}

/** What people wrote in the journal beside operations. */
function wordsOf(entry: SimpleEntry): readonly string[] {
  if (entry.type === 'sent') return [entry.to ?? '', entry.name ?? '']
  if (entry.type === 'import') return entry.files.map(({ name }) => name)
  return entry.type === 'point' ? [entry.label] : []
}

/** What others had destroyed of which words still lie here, and what waits. Work for a worker. */
export async function listErasures(
  order: JournalOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<Erasures & Pick<ToDrop, 'drops' | 'owed'>> {
  const numbered = await entriesOf(order, layer, digest)
  const entries = numbered.map(({ entry }) => entry)
  const { fold, destruction } = stateOf(entries)
  const own = namedByDrops(destruction.drops)
  const operations = operationsOf(entries)
  const hidden = [...operations.values()].filter(
    (operation) =>
      operation.body !== undefined &&
      !saysRulesOnly(operation) &&
      isDropped(fold, operation) &&
      !isDropped(own, operation),
  )
  const imports = oneByOne(entries).filter((entry): entry is EntryOf<'import'> => entry.type === 'import')
  const files = imports.flatMap(({ drops, files: given }) => {
    const named = namedByDrops(drops)
    return hidden.some((operation) => isDropped(named, operation)) ? given.map(({ name }) => name) : []
  })
  const waiting = [...fold.aside].flatMap((id) => {
    const operation = operations.get(id)
    if (operation?.body === undefined) return []
    const { head, body } = operation
    return [{ id, record: readRecord(fold, head.r), kind: head.t, set: body.set }]
  })
  return {
    hidden: { operations: hidden.length, records: new Set(hidden.map(({ head }) => head.r)).size, files },
    waiting,
    isPending: destruction.isPending,
    drops: dropsOf(fold),
    owed: owedFor(numbered, { fold }, dropsOf(fold)),
  }
}
