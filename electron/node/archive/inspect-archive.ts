import type { ArchiveFailure, Inspected } from '#shared/contract/archive-contract.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { withoutText } from '#shared/exchange/decode-bundle.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { streamsIn } from '#shared/merge/completeness.ts'
import { isKind, type AnyRecord, type Note } from '#shared/model/record.ts'
import { labelOf } from '#shared/model/label.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { digest } from '../machine.ts'
import type { Unlock } from '../trust/recipient-key.ts'
import { openArchive, type Archive } from './archive.ts'

export interface InspectFile {
  readonly file: string
  /** Why it is not read at all: an earlier try came to grief over it. */
  readonly left?: FileFailure | undefined
  readonly unlock?: Unlock
}

/** Reads a file and tells what it holds. */
export async function inspectFile({ file, left, unlock }: InspectFile): Promise<Result<Inspected, ArchiveFailure>> {
  const archive = left === undefined ? await openArchive(file, unlock) : fail({ ...left, file })
  return archive.ok ? ok(inspectArchive(archive.value)) : archive
}

/** What a file holds, in numbers and names of the programme. */
export function inspectArchive({ file, bundle, fold, records }: Archive): Inspected {
  const { manifest, operations, setAside } = bundle
  const notes = [...records.values()].filter((record): record is Note => isKind(record, 'note'))
  const consultation = records.get(manifest.consultation)
  const lang = String(consultation?.f['lang'] ?? 'fr')
  const of = (kind: string): readonly AnyRecord[] =>
    [...records.values()]
      .filter((record) => record.kind === kind)
      .toSorted((a, b) => Number(a.f['order'] ?? 0) - Number(b.f['order'] ?? 0))
  const counts: Record<string, number> = {}
  for (const { kind } of records.values()) counts[kind] = (counts[kind] ?? 0) + 1
  return {
    file,
    canonicalHash: canonicalHash(fold, digest),
    notes: notes.length,
    kind: manifest.kind,
    audience: manifest.audience,
    consultation: manifest.consultation,
    label: labelOf(consultation, lang),
    sample: manifest.sample,
    counts,
    operations: operations.length,
    axes: of('axis').map((axis) => ({
      label: labelOf(axis, lang),
      notes: notes.filter(({ f }) => f.axis === axis.id).length,
    })),
    sections: of('region').map((region) => ({
      label: labelOf(region, lang),
      state: String(region.f['state'] ?? ''),
      notes: notes.filter(({ f }) => records.get(f.voice ?? '')?.f['region'] === region.id).length,
    })),
    streams: streamsOf(bundle),
    conflicts: [...records.values()].filter((record) => record.conflicts !== undefined).length,
    setAside: setAside.map(withoutText),
  }
}

const streamsOf = ({ operations }: Archive['bundle']): Inspected['streams'] =>
  (streamsIn([operations], new Map(), () => false)[0] ?? []).map((report) =>
    Object.assign({ last: report.received.at(-1)?.[1] ?? 0 }, report),
  )
