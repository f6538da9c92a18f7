import type { Digest } from '#shared/kit/ports.ts'
import { originsIn, type Origin, type Told } from '#shared/merge/origins.ts'
import { provenanceOf, type Provenance } from '#shared/merge/provenance.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type SimpleEntry } from '../store/entry.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import type { JournalOrder } from '../versions/plan-back.ts'
import { readFiles, type GivenFile } from './read-files.ts'

export interface OriginsOrder extends JournalOrder {
  readonly records: readonly string[]
  readonly files: readonly GivenFile[]
}

type Read = (
  order: OriginsOrder,
  onShare: (share: number) => void,
  layer: FileLayer,
  digest: Digest,
) => Promise<readonly Told[]>

/** Where the versions of some records come from, by the journal and by files that are not in it yet. Work for a worker. */
export const findOrigins = async (...given: Parameters<Read>): Promise<readonly Origin[]> =>
  originsIn(await readTold(...given))

/** Who wrote what stands in the first of the records. Work for a worker. */
export const findProvenance = async (...given: Parameters<Read>): Promise<readonly Provenance[]> =>
  provenanceOf(given[0].records[0] ?? '', await readTold(...given))

const readTold: Read = async ({ folder, consultation, upTo, records, files }, onShare, layer, digest) => {
  const wanted = new Set(records)
  const told = new Map<string, Told>()
  const take = (operations: readonly Operation[], isOurs: boolean, file: string | null): void => {
    for (const operation of operations) if (wanted.has(operation.head.r)) add(told, { operation, isOurs, file })
  }
  const read = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  for (const entry of oneByOne(read.entries.map((numbered) => numbered.entry)))
    if ('operations' in entry) take(entry.operations, entry.type === 'batch', onlyFileOf(entry))
  for (const { name, bundle } of await readFiles(files, new Set(), digest, onShare))
    if (bundle.ok && bundle.value.manifest.consultation === consultation) take(bundle.value.operations, false, name)
  return [...told.values()]
}

/** The fullest of what is known of an operation; what was written here stays ours when it comes back. */
function add(told: Map<string, Told>, one: Told): void {
  const { id } = one.operation
  const known = told.get(id)
  const operation = { ...known?.operation, ...one.operation }
  told.set(id, known === undefined ? one : { ...known, operation })
}

/** Which of several files brought an operation is not kept. */
const onlyFileOf = (entry: SimpleEntry): string | null =>
  entry.type === 'import' && entry.files.length === 1 ? (entry.files[0]?.name ?? null) : null
