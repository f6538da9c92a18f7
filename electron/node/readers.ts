import type { FileFailure } from '#shared/exchange/container-failure.ts'
import type { InspectFile } from './archive/inspect-archive.ts'
import type { MergeFiles } from './archive/merge-archives.ts'
import type { Reader } from './guard-reading.ts'
import type { ParticipantsOrder } from './import/participants-job.ts'
import type { SourceOrder } from './import/sources/source-job.ts'
import type { FormReading } from './form/read-form-job.ts'
import type { TableOrder } from './import/table-job.ts'
import type { MergeOrder } from './merge/plan-incoming.ts'
import type { Unlock } from './trust/recipient-key.ts'

export interface BundleFiles {
  readonly paths: readonly string[]
  readonly unlock?: Unlock
  /** By their place: why some are not read at all. */
  readonly left?: readonly (readonly [number, FileFailure])[]
}

interface Readers {
  'bundles.read': Reader<BundleFiles>
  'merge.plan': Reader<MergeOrder>
  'table.notes': Reader<TableOrder>
  'sources.read': Reader<SourceOrder>
  'table.participants': Reader<ParticipantsOrder>
  'form.read': Reader<FormReading>
  'archive.merge': Reader<MergeFiles>
  'archive.inspect': Reader<InspectFile>
}

const FILES_ALONE = 512
/** Everything that stands is in memory too. */
const WITH_A_STORE = 1_536
/** A workbook unpacks to many times its size, and its reader keeps all of it. */
const WITH_A_WORKBOOK = 2_048

/** Jobs that read files of strangers. */
export const READERS: Readers = {
  'bundles.read': {
    memory: FILES_ALONE,
    paths: ({ paths }) => paths,
    without: (order, left) => ({ ...order, left: [...left] }),
  },
  'merge.plan': {
    memory: WITH_A_STORE,
    paths: ({ files }) => files.map(({ path }) => path),
    without: (order, left) => ({ ...order, files: order.files.map((file, at) => ({ ...file, left: left.get(at) })) }),
  },
  'table.notes': {
    memory: WITH_A_WORKBOOK,
    paths: ({ path }) => [path],
    without: (order, left) => ({ ...order, left: left.get(0) }),
  },
  'table.participants': {
    memory: WITH_A_WORKBOOK,
    paths: ({ path }) => [path],
    without: (order, left) => ({ ...order, left: left.get(0) }),
  },
  'sources.read': {
    memory: WITH_A_WORKBOOK,
    paths: ({ file }) => ('path' in file ? [file.path] : []),
    without: (order, left) => ({ ...order, left: left.get(0) }),
  },
  'form.read': {
    memory: WITH_A_WORKBOOK,
    paths: ({ path }) => [path],
    without: (order, left) => ({ ...order, left: left.get(0) }),
  },
  'archive.merge': {
    memory: FILES_ALONE,
    paths: ({ files }) => files,
    without: (order, left) => ({ ...order, left: [...left] }),
  },
  'archive.inspect': {
    memory: FILES_ALONE,
    paths: ({ file }) => [file],
    without: (order, left) => ({ ...order, left: left.get(0) }),
  },
}
