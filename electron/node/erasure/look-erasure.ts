import { calledAs, mayMention, mentionsIn } from '#shared/erasure/mentions.ts'
import { planErasure, type ErasurePlan } from '#shared/erasure/plan-erasure.ts'
import { recordsOf } from '#shared/erasure/records-of.ts'
import type { ErasurePreview, Erasures } from '#shared/contract/erasure-calls.ts'
import type { NotSaved } from '#shared/contract/failures.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { dropsOf, isDropped, namedByDrops, saysRulesOnly, type Drop } from '#shared/operation/drop.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type EntryOf, type SimpleEntry } from '../store/entry.ts'
import { owedFor } from '../exchange/given-to.ts'
import { readJournal, segmentsIn, type NumberedEntry } from '../store/read-journal.ts'
import { operationsOf, stateOf } from '../store/store-state.ts'
import { registerOf } from '../workspace/register.ts'
import type { ToDrop } from './erase.ts'
import { sourcesNaming } from './sources-naming.ts'

export interface JournalOrder {
  readonly folder: string
  readonly consultation: string
  readonly upTo: number
}
export interface LookOrder extends JournalOrder {
  /** The second place of the store. */
  readonly copies: string
  readonly person: string
  readonly replaced: readonly string[] | null
  readonly mark: string
}

export interface LookedErasure {
  readonly preview: ErasurePreview
  readonly plan: ToDrop
  /** Every name that was ever written for the person. */
  readonly names: ErasurePlan['names']
}

export type ListedErasures = Erasures & Pick<ToDrop, 'drops' | 'owed'>

/** What removing a person takes, looked for in everything that the journal ever held. Work for a worker. */
export const lookErasure = (
  order: LookOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<LookedErasure, NotSaved>> =>
  reading(order, layer, digest, (numbered) => lookIn(numbered, order, layer))

async function lookIn(numbered: readonly NumberedEntry[], order: LookOrder, layer: FileLayer): Promise<LookedErasure> {
  const entries = numbered.map(({ entry }) => entry)
  const { fold } = stateOf(entries)
  const { person, mark } = order
  const replaced = order.replaced === null ? null : new Set(order.replaced)
  const operations = [...operationsOf(entries).values()]
  const called = calledAs(recordsOf(operations, fold, person).names)
  const sources = await sourcesNaming(operations, called, order, layer)
  const files = sources.map(({ record }) => record)
  const { drops, restated, names, ...plan } = planErasure(operations, fold, { person, replaced, mark, files })
  const simple = oneByOne(entries)
  const isNamed = (text: string): boolean =>
    mayMention(text, called) && mentionsIn(text, called).some(({ sure }) => sure)
  const registers = simple.filter((entry) => wordsOf(entry).some(isNamed)).length
  return {
    preview: {
      ...plan,
      names: namesOf(names),
      sources: [...new Set(sources.map(({ name }) => name))],
      sent: sentSince(simple, drops),
      registers,
    },
    plan: { drops, restated, owed: owedFor(numbered, { fold }, drops) },
    names,
  }
}

const namesOf = (names: ErasurePlan['names']): readonly string[] => [
  ...new Set(names.map(({ name, givenName }) => `${givenName} ${name}`.trim())),
]

async function reading<Answer>(
  { folder, consultation, upTo }: JournalOrder,
  layer: FileLayer,
  digest: Digest,
  answer: (entries: readonly NumberedEntry[]) => Answer | Promise<Answer>,
): Promise<Result<Answer, NotSaved>> {
  try {
    const { entries } = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
    return ok(await answer(entries))
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
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
export const listErasures = (
  order: JournalOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<ListedErasures, NotSaved>> => reading(order, layer, digest, listIn)

function listIn(numbered: readonly NumberedEntry[]): ListedErasures {
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
    hidden: {
      operations: hidden.length,
      records: new Set(hidden.map(({ head }) => head.r)).size,
      files,
      people: [...new Set(hidden.flatMap(({ head }) => (head.t === 'person' && head.k === 'n' ? [head.r] : [])))],
    },
    waiting,
    isPending: destruction.isPending,
    drops: dropsOf(fold),
    owed: owedFor(numbered, { fold }, dropsOf(fold)),
  }
}
