import type { FileFailure } from '#shared/exchange/container-failure.ts'
import type { InspectFile } from './archive/inspect-archive.ts'
import type { MergeFiles } from './archive/merge-archives.ts'
import type { Reader } from './guard-reading.ts'
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
  'archive.merge': Reader<MergeFiles>
  'archive.inspect': Reader<InspectFile>
}

/** Jobs that read files of strangers. */
export const READERS: Readers = {
  'bundles.read': {
    paths: ({ paths }) => paths,
    without: (order, left) => ({ ...order, left: [...left] }),
  },
  'merge.plan': {
    paths: ({ files }) => files.map(({ path }) => path),
    without: (order, left) => ({ ...order, files: order.files.map((file, at) => ({ ...file, left: left.get(at) })) }),
  },
  'table.notes': {
    paths: ({ path }) => [path],
    without: (order, left) => ({ ...order, left: left.get(0) }),
  },
  'archive.merge': {
    paths: ({ files }) => files,
    without: (order, left) => ({ ...order, left: [...left] }),
  },
  'archive.inspect': {
    paths: ({ file }) => [file],
    without: (order, left) => ({ ...order, left: left.get(0) }),
  },
}

/** Megabytes of memory that the values of a job may take; what it unpacks lies beside them. */
export const MEMORY_MB: Readonly<Record<keyof Readers, number>> = {
  'bundles.read': 2_048,
  'merge.plan': 3_072,
  'table.notes': 2_048,
  'archive.merge': 3_072,
  'archive.inspect': 2_048,
}
