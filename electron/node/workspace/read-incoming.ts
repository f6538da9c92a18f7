import type { FileReport, MergeFailure } from '#shared/contract/replies.ts'
import { withoutText, type BundleFailure, type DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import { warningsOf } from '#shared/exchange/file-warnings.ts'
import { BUNDLE_MINOR } from '#shared/exchange/manifest.ts'
import type { Result } from '#shared/kit/result.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { unionOfDrops, type Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { foldOf } from '../exchange/make-bundle.ts'
import type { FileFailure } from '../exchange/read-bundle.ts'
import { clock } from '../machine.ts'
import type { ImportedFile } from '../store/entry.ts'
import type { StoredImport, Trust } from '../store/store-state.ts'
import { senderOf } from '../trust/known-senders.ts'

export interface IncomingFile {
  readonly token: string
  readonly name: string
  /** SHA-256 of its bytes; null when they could not be read. */
  readonly digest: string | null
  /** Put in before, whole, by an import that stands: only its manifest was read. */
  readonly isHere: boolean
  readonly bundle: Result<DecodedBundle, BundleFailure | FileFailure>
}

/** What several files bring together, and what is said of each. */
export interface Incoming {
  readonly reports: readonly FileReport[]
  readonly operations: readonly Operation[]
  readonly drops: readonly Drop[]
  readonly files: readonly ImportedFile[]
}

/** Where the files are to be put in. */
export interface Receiver {
  readonly consultation: string
  readonly records: Records
  readonly known: FoldState['known']
  readonly imports: readonly StoredImport[]
  readonly trust: readonly Trust[]
}

/** Sorts out which files take part. A file that does not is reported with its reason; the others go on. */
export function sortIncoming(files: readonly IncomingFile[], receiver: Receiver): Incoming {
  const operations = new Map<string, Operation>()
  const drops: Drop[] = []
  const taken = files.flatMap((file) =>
    file.bundle.ok && !file.isHere && refusal(file, receiver) === null
      ? [importedFile(file.name, file.bundle.value, file.digest)]
      : [],
  )
  const arrived = [...receiver.imports.flatMap((entry) => entry.files), ...taken]
  const reports = files.map((file) => {
    const failure = refusal(file, receiver)
    if (failure !== null || !file.bundle.ok) return refused(file, failure ?? { type: 'NotABundle' })
    const bundle = file.bundle.value
    const report = reportOf(file, bundle, receiver, arrived)
    for (const operation of bundle.operations) {
      // The same operation may come bare in one file and with what it says in another.
      const known = operations.get(operation.id)
      operations.set(operation.id, known === undefined ? operation : { ...known, ...operation })
    }
    drops.push(...bundle.drops)
    return report
  })
  return { reports, operations: [...operations.values()], drops: unionOfDrops(drops), files: taken }
}

/** What the journal keeps of a file: its digest when all of it was taken in, and need not be read again, else the rest. */
export function importedFile(
  name: string,
  { manifest, setAside, signer }: DecodedBundle,
  digest: string | null = null,
): ImportedFile {
  const { counts, sections, axes, stream, seq, root } = manifest
  const place = { stream, seq, root, ...(signer === undefined ? {} : { signer }) }
  const file = { name, notes: counts.notes, sections: [...sections], axes: [...axes], ...place }
  if (setAside.length > 0) return { ...file, unread: [...setAside] }
  return digest === null ? file : { ...file, file: digest }
}

function refusal({ bundle, isHere }: IncomingFile, { consultation, records }: Receiver): MergeFailure | null {
  if (!bundle.ok) return bundle.failure
  if (isHere) return null
  const { manifest } = bundle.value
  if (manifest.kind === 'backup') return { type: 'BackupOnlyRestores' }
  const here = records.get(consultation)
  if (manifest.sample !== (here?.f['sample'] === true)) return { type: 'SampleAndReal' }
  if (manifest.consultation !== consultation) return { type: 'OtherConsultation', label: labelIn(bundle.value) }
  return null
}

/** The name of the consultation a bundle belongs to, as the bundle gives it. */
export function labelIn({ manifest, operations }: DecodedBundle): string {
  const own = operations.filter(({ head }) => head.r === manifest.consultation)
  const record = readRecord(foldOf(own), manifest.consultation)
  return record !== null && isKind(record, 'consultation') ? (record.f.label ?? '') : ''
}

function reportOf(
  file: IncomingFile,
  bundle: DecodedBundle,
  { known, ...receiver }: Receiver,
  arrived: readonly ImportedFile[],
): FileReport {
  const { manifest, setAside, operations } = bundle
  const isKnown = operations.every(({ id, body }) => (body === undefined ? known.has(id) : known.get(id) === 'full'))
  return {
    token: file.token,
    name: file.name,
    state: setAside.length > 0 ? 'partly' : isKnown ? 'already-here' : 'whole',
    failure: null,
    kind: manifest.kind,
    audience: manifest.audience,
    seq: manifest.seq,
    missing: missingBefore(manifest.stream, manifest.seq, arrived),
    sections: manifest.sections,
    axes: manifest.axes,
    notes: manifest.counts.notes,
    setAside: setAside.map(withoutText),
    warnings: file.isHere ? [] : warningsOf(bundle, clock()),
    counts: {},
    scope: manifest.scope ?? [],
    isNewer: (manifest.minor ?? 0) > BUNDLE_MINOR,
    ...(file.isHere ? {} : { sender: senderOf(bundle, receiver) }),
  }
}

/** Numbers of the series below this one that never came, neither before nor with it. */
function missingBefore(stream: string, seq: number, arrived: readonly ImportedFile[]): readonly number[] {
  const seen = new Set(arrived.filter((file) => file.stream === stream).map((file) => file.seq))
  const start = Math.max(1, seq - 100)
  return Array.from({ length: seq - start }, (_, index) => start + index).filter((number) => !seen.has(number))
}

const refused = ({ token, name }: IncomingFile, failure: MergeFailure): FileReport => ({
  token,
  name,
  state: 'refused',
  failure,
  kind: null,
  audience: null,
  seq: null,
  missing: [],
  sections: [],
  axes: [],
  notes: 0,
  setAside: [],
  counts: {},
})
