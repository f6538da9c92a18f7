import type { ArchiveFailure, ArchiveMerged } from '#shared/contract/archive-contract.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { warningsOf } from '#shared/exchange/file-warnings.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { streamsIn } from '#shared/merge/completeness.ts'
import { countByKind, planMerge, type KindCounts } from '#shared/merge/plan-merge.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { applyChange } from '#shared/model/change.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { clock, digest } from '../machine.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { labelIn } from '../workspace/read-incoming.ts'
import { openArchive, writeArchive, type Archive } from './archive.ts'

export interface MergeFiles {
  readonly files: readonly string[]
  readonly out?: string | undefined
  readonly dryRun: boolean
  /** By their place: why some are not read at all. */
  readonly left?: readonly (readonly [number, FileFailure])[]
}

/**
 * Puts files together into one, writing no operation of its own: the union of theirs, whatever the order. With a dry run,
 * the same is computed and no file is written.
 */
export async function mergeArchives(
  { files, out, dryRun, left = [] }: MergeFiles,
  onProgress: (share: number) => void,
): Promise<Result<ArchiveMerged, ArchiveFailure>> {
  const archives: Archive[] = []
  const failures = new Map(left)
  for (const [index, file] of files.entries()) {
    const failure = failures.get(index)
    const archive = failure === undefined ? await openArchive(file) : fail({ ...failure, file })
    if (!archive.ok) return archive
    archives.push(archive.value)
    onProgress((index + 1) / files.length)
  }
  const stranger = strangerAmong(archives)
  if (stranger !== null) return fail(stranger)
  const first = archives[0]
  if (first === undefined) throw new Error('There is nothing to merge')
  const union = unionOf(archives)
  const { fold, conflicts, notes } = union
  const done = {
    written: !dryRun && out !== undefined,
    counts: union.counts,
    conflicts,
    files: union.files,
    streams: streamsIn([union.operations], new Map(), () => false)[0] ?? [],
    canonicalHash: canonicalHash(fold, digest),
    notes,
    file: out ?? '',
  }
  if (dryRun || out === undefined) return ok(done)
  // One file of the trust circle makes the whole one of it.
  const isProjection = archives.every(({ bundle }) => bundle.manifest.kind === 'projection')
  const { consultation } = first.bundle.manifest
  const kind = isProjection ? ('projection' as const) : ('complete' as const)
  const made = await writeArchive(out, { consultation, kind, operations: union.operations, fold })
  return made.ok ? ok({ ...done, ...made.value }) : made
}

/** A file that belongs elsewhere: nothing is merged with it. */
function strangerAmong([first, ...others]: readonly Archive[]): ArchiveFailure | null {
  for (const { file, bundle } of others) {
    const [expected, found] = [first?.bundle.manifest, bundle.manifest]
    if (expected?.sample !== found.sample) return { type: 'SampleAndReal', file }
    if (expected.consultation !== found.consultation) return { type: 'OtherConsultation', file, label: labelIn(bundle) }
  }
  return null
}

function unionOf([first, ...others]: readonly Archive[]) {
  if (first === undefined) throw new Error('There is nothing to merge')
  const operations = new Map<string, Operation>(first.bundle.operations.map((operation) => [operation.id, operation]))
  const counts: Record<string, KindCounts> = {}
  const files = [
    {
      file: first.file,
      newOperations: operations.size,
      setAside: first.bundle.setAside.length,
      counts: allAdded(first.records.values()),
      warnings: warningsOf(first.bundle, clock()),
    },
  ]
  let { fold, records } = first
  for (const { file, bundle } of others) {
    const merged = planMerge(fold, records, bundle.operations, bundle.drops)
    fold = { ...merged.fold, owned: null }
    records = applyChange(records, merged.plan.change)
    for (const operation of bundle.operations) {
      operations.set(operation.id, { ...operations.get(operation.id), ...operation })
    }
    addCounts(counts, merged.plan.counts)
    files.push({
      file,
      newOperations: merged.plan.newOperations,
      counts: merged.plan.counts,
      warnings: warningsOf(bundle, clock()),
      setAside: bundle.setAside.length + merged.aside.length,
    })
  }
  const conflicts = [...records.values()].filter((record) => record.conflicts !== undefined).length
  const notes = [...records.values()].filter(({ kind }) => kind === 'note').length
  // What waits for a person waits with whoever sent it.
  const taken = [...operations.values()].filter(({ id }) => !fold.aside.has(id))
  return { operations: taken, fold, counts, files, conflicts, notes }
}

/** What the first file brings: everything that it holds. */
const allAdded = (records: Iterable<AnyRecord>): Readonly<Record<string, KindCounts>> =>
  countByKind(Array.from(records, ({ kind }) => ({ kind, outcome: 'added' })))

function addCounts(sum: Record<string, KindCounts>, counts: Readonly<Record<string, KindCounts>>): void {
  for (const [kind, more] of Object.entries(counts)) {
    const known = sum[kind]
    sum[kind] =
      known === undefined
        ? more
        : (Object.fromEntries(
            Object.entries(more).map(([outcome, count]) => [outcome, count + known[outcome as keyof KindCounts]]),
          ) as unknown as KindCounts)
  }
}
