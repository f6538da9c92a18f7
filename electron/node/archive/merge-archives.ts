import type { ArchiveFailure, ArchiveMerged } from '#shared/contract/archive-contract.ts'
import { goodFiles } from '#shared/exchange/bundle-files.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { missingFiles, warningsOf } from '#shared/exchange/file-warnings.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { streamsIn } from '#shared/merge/completeness.ts'
import { countsOfFile } from '#shared/merge/file-counts.ts'
import { countByKind, planMerge, type KindCounts, type Merged } from '#shared/merge/plan-merge.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { applyChange } from '#shared/model/change.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { clock, digest } from '../machine.ts'
import { unionOfDrops } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { Unlock } from '../trust/recipient-key.ts'
import { labelIn } from '../workspace/read-incoming.ts'
import { filesOfArchives } from './archive-files.ts'
import { foldArchive, readArchive, writeArchive, type ReadArchive } from './archive.ts'

export interface MergeFiles {
  readonly files: readonly string[]
  readonly out?: string | undefined
  readonly dryRun: boolean
  /** By their place: why some are not read at all. */
  readonly left?: readonly (readonly [number, FileFailure])[]
  readonly unlock?: Unlock
}

/**
 * Puts files together into one, writing no operation of its own: the union of theirs, whatever the order. With a dry run,
 * the same is computed and no file is written.
 */
export async function mergeArchives(
  { files, out, dryRun, left = [], unlock }: MergeFiles,
  onProgress: (share: number) => void,
): Promise<Result<ArchiveMerged, ArchiveFailure>> {
  const archives: ReadArchive[] = []
  const failures = new Map(left)
  for (const [index, file] of files.entries()) {
    const failure = failures.get(index)
    const archive = failure === undefined ? await readArchive(file, unlock) : fail({ ...failure, file })
    if (!archive.ok) return archive
    archives.push(archive.value)
    onProgress((index + 1) / files.length)
  }
  const stranger = strangerAmong(archives)
  if (stranger !== null) return fail(stranger)
  const first = archives[0]
  if (first === undefined) throw new Error('There is nothing to merge')
  const union = withMissing(archives, unionOf(archives))
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
  const source = filesOfArchives(archives, unlock)
  const made = await writeArchive(out, { consultation, kind, operations: union.operations, fold, files: source })
  return made.ok ? ok({ ...done, ...made.value }) : made
}

/** A file that belongs elsewhere: nothing is merged with it. */
function strangerAmong([first, ...others]: readonly ReadArchive[]): ArchiveFailure | null {
  for (const { file, bundle } of others) {
    const [expected, found] = [first?.bundle.manifest, bundle.manifest]
    if (expected?.sample !== found.sample) return { type: 'SampleAndReal', file }
    if (expected.consultation !== found.consultation) return { type: 'OtherConsultation', file, label: labelIn(bundle) }
  }
  return null
}

/** Says of each archive which attached files it names that none of them holds. */
function withMissing<Union extends ReturnType<typeof unionOf>>(archives: readonly ReadArchive[], union: Union) {
  const here = new Set(archives.flatMap(({ bundle }) => goodFiles(bundle.files)))
  const files = union.files.map((told, index) => {
    const missing = missingFiles(archives[index]?.bundle.operations ?? [], here)
    return { ...told, warnings: [...told.warnings, ...missing] }
  })
  return { ...union, files }
}

/** The others are put into the first, all at once: what comes of it is the same in any order. */
function unionOf([first, ...others]: readonly ReadArchive[]) {
  if (first === undefined) throw new Error('There is nothing to merge')
  const { fold: began, records: before } = foldArchive(first)
  const drops = unionOfDrops(others.flatMap(({ bundle }) => bundle.drops))
  const merged = planMerge(began, before, unitedOf(others), drops)
  const { fold, plan } = merged
  const files = [
    {
      file: first.file,
      newOperations: first.bundle.operations.length,
      setAside: first.bundle.setAside.length,
      counts: allAdded(before.values()),
      warnings: warningsOf(first.bundle, clock()),
    },
    ...broughtBy(others, merged),
  ]
  const records = [...applyChange(before, plan.change).values()]
  const conflicts = records.filter((record) => record.conflicts !== undefined).length
  const notes = records.filter(({ kind }) => kind === 'note').length
  // What waits for a person waits with whoever sent it.
  const operations = unitedOf([first, ...others]).filter(({ id }) => !fold.aside.has(id))
  return { operations, fold, counts: plan.counts, files, conflicts, notes }
}

/** Each operation once, as whole as any of the files has it. */
function unitedOf(archives: readonly ReadArchive[]): readonly Operation[] {
  const operations = new Map<string, Operation>()
  for (const { bundle } of archives) {
    for (const operation of bundle.operations) {
      const known = operations.get(operation.id)
      operations.set(operation.id, known === undefined ? operation : { ...known, ...operation })
    }
  }
  return [...operations.values()]
}

/** What each file brings that none before it had brought. */
function broughtBy(archives: readonly ReadArchive[], merged: Merged) {
  const fresh = new Set(merged.fresh.map(({ id }) => id))
  return archives.map(({ file, bundle }) => {
    const brought = new Set(bundle.operations.map(({ id }) => id).filter((id) => fresh.delete(id)))
    const waiting = bundle.operations.filter(({ id }) => merged.fold.aside.has(id)).length
    return {
      file,
      newOperations: brought.size,
      counts: countsOfFile(bundle.operations, merged, brought),
      warnings: warningsOf(bundle, clock()),
      setAside: bundle.setAside.length + waiting,
    }
  })
}

/** What the first file brings: everything that it holds. */
const allAdded = (records: Iterable<AnyRecord>): Readonly<Record<string, KindCounts>> =>
  countByKind(Array.from(records, ({ kind }) => ({ kind, outcome: 'added' })))
