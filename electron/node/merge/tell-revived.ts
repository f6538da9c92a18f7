import type { FileReport } from '#shared/contract/replies.ts'
import type { Digest } from '#shared/kit/ports.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { operationsOf, type StoredImport } from '../store/store-state.ts'
import type { JournalOrder } from '../versions/plan-back.ts'
import type { IncomingFile } from '../workspace/read-incoming.ts'

type Order = JournalOrder & { readonly imports: readonly StoredImport[] }

/** Says of each file how much it brings back of what was withdrawn. */
export async function tellRevived(
  order: Order,
  files: readonly IncomingFile[],
  reports: readonly FileReport[],
  fold: Pick<FoldState, 'known' | 'aside'>,
  ...disk: readonly [FileLayer, Digest]
): Promise<readonly FileReport[]> {
  if (order.imports.every(({ withdrawn }) => !withdrawn)) return reports
  const withdrawn = await withdrawnIn(order, fold, ...disk)
  return reports.map((report, index) => {
    const bundle = files[index]?.bundle
    if (report.state === 'refused' || bundle?.ok !== true) return report
    const revived = bundle.value.operations.filter(({ id }) => withdrawn.has(id)).length
    return revived === 0 ? report : { ...report, revived }
  })
}

/** Ids of what the journal has and that does not count now; what waits for a person is something else. */
async function withdrawnIn(
  { folder, consultation, upTo }: JournalOrder,
  { known, aside }: Pick<FoldState, 'known' | 'aside'>,
  layer: FileLayer,
  digest: Digest,
): Promise<ReadonlySet<string>> {
  const { entries } = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  const ids = operationsOf(entries.map(({ entry }) => entry)).keys()
  return new Set([...ids].filter((id) => !known.has(id) && !aside.has(id)))
}
