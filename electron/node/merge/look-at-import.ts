import type { ImportPreview } from '#shared/contract/import-calls.ts'
import { selectComplete } from '#shared/exchange/select.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { planWithdrawal, type WithdrawalPlan } from '#shared/merge/plan-withdrawal.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { projectOperations } from '#shared/privacy/project.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type EntryOf, type SimpleEntry } from '../store/entry.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { operationsOf, originsOf, stateOf } from '../store/store-state.ts'
import { countChanges } from '../versions/count-changes.ts'
import type { JournalOrder } from '../versions/plan-back.ts'
import { registerOf } from '../workspace/register.ts'

export interface ImportOrder extends JournalOrder {
  readonly import: string
}

/** What withdrawing an import would do, or putting it in again when it is withdrawn. Work for a worker. */
export async function lookAtImport(
  { folder, consultation, upTo, import: id }: ImportOrder,
  layer: FileLayer,
  digest: Digest,
  onShare: (share: number) => void,
): Promise<ImportPreview> {
  const read = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  const entries = oneByOne(read.entries.map(({ entry }) => entry))
  onShare(0.3)
  const now = stateOf(entries)
  const withdrawn = now.imports.find((one) => one.id === id)?.withdrawn
  if (withdrawn === undefined) throw new Error('No such import')
  const operations = operationsOf(entries)
  const { own, brought } = originsOf(entries, now.imports)
  const plan = planWithdrawal(operations, brought, own, id)
  onShare(0.5)
  const before = readRecords(now.fold)
  const turn = { type: withdrawn ? 'restore' : 'withdraw', import: id } as const
  const after = readRecords(stateOf([...entries, turn]).fold)
  onShare(0.7)
  const without = withdrawn ? before : after
  const staying = shownOf(plan.staying, operations, without)
  const resting = new Set(staying)
  const heldBack = shownOf(plan.rules, operations, without).filter((record) => !resting.has(record))
  return {
    withdrawn,
    kinds: countChanges(pairsOf(before, after)),
    staying: countKinds(staying),
    heldBack: heldBack.length,
    sent: withdrawn ? [] : registerOf(sentWith(entries, id, plan)),
  }
}

type Records = ReadonlyMap<string, AnyRecord>
type Pair = readonly [before: AnyRecord | null, after: AnyRecord | null]

const pairsOf = (before: Records, after: Records): readonly Pair[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((id): Pair => [before.get(id) ?? null, after.get(id) ?? null])
    .filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))

/** The records, of those shown, that some operations speak of. */
function shownOf(
  ids: ReadonlySet<string>,
  operations: ReadonlyMap<string, Operation>,
  shown: Records,
): readonly AnyRecord[] {
  const records = new Set([...ids].map((id) => operations.get(id)?.head.r ?? ''))
  return [...records].flatMap((id) => shown.get(id) ?? [])
}

function countKinds(records: readonly AnyRecord[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/**
 * The files that left while the import stood and carried something that would leave. A document may rest on any note that
 * was there when it was written.
 */
function sentWith(
  entries: readonly SimpleEntry[],
  id: string,
  { leaving }: WithdrawalPlan,
): readonly EntryOf<'sent'>[] {
  const start = entries.findIndex((entry) => entry.type === 'import' && entry.id === id)
  let carried: { readonly upTo: number; readonly of: ReadonlyMap<string, ReadonlySet<string>> } | null = null
  return entries.flatMap((entry, index) => {
    if (entry.type !== 'sent' || index < start) return []
    const since = entries.slice(carried?.upTo ?? 0, index).some(({ type }) => type !== 'sent' && type !== 'point')
    if (carried === null || since) carried = { upTo: index, of: leavingAt(entries.slice(0, index)) }
    const ids = carried.of.get(entry.kind) ?? carried.of.get('document')
    return ids !== undefined && [...leaving].some((one) => ids.has(one)) ? [entry] : []
  })
}

/** The operations that a file of each kind takes along, as things stand after these entries. */
function leavingAt(entries: readonly SimpleEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const { fold } = stateOf(entries)
  const active = [...operationsOf(entries).values()].filter(({ id }) => fold.known.has(id))
  const projected = idsOf(projectOperations(active, fold))
  return new Map([
    ['backup', idsOf(active)],
    ['complete', idsOf(selectComplete(active, fold))],
    ['projection', projected],
    ['document', projected],
  ])
}

const idsOf = (operations: readonly Operation[]): ReadonlySet<string> => new Set(operations.map(({ id }) => id))
