import { Low } from 'lowdb'
import { join } from 'node:path'
import * as z from 'zod'
import type { Digest } from '#shared/kit/ports.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { JsonFile } from './json-file.ts'
import { readJournal } from './journal.ts'
import { stateOf } from './store-state.ts'

const snapshotSchema = z.object({
  v: z.literal(1),
  consultation: z.string(),
  /** Entries of the journal that are in, and its chain there: a snapshot of another journal is not believed. */
  entries: z.int(),
  chain: z.string(),
  /** Milliseconds since 1970. */
  at: z.int(),
  records: z.array(z.custom<AnyRecord>((value) => typeof value === 'object' && value !== null && 'kind' in value)),
})
/** The records of a consultation as its journal stood at `entries`: a cache, which may be deleted at any time. */
export type Snapshot = z.infer<typeof snapshotSchema>

const open = (folder: string, layer: FileLayer): Low<Snapshot | null> =>
  new Low<Snapshot | null>(new JsonFile<Snapshot | null>(join(folder, 'snapshot.json'), layer, snapshotSchema), null)

/** Null when there is none that can be read. */
export async function readSnapshot(folder: string, layer: FileLayer): Promise<Snapshot | null> {
  const file = open(folder, layer)
  await file.read()
  return file.data
}

/** Reads the journal and writes what it adds up to: work for a worker. Nothing is written from a damaged journal. */
export async function writeSnapshot(
  folder: string,
  consultation: string,
  at: number,
  layer: FileLayer,
  digest: Digest,
): Promise<void> {
  const content = await readJournal(folder, consultation, layer, digest)
  if (!content.ok) return
  const { entries, chain } = content.value
  const file = open(folder, layer)
  file.data = {
    v: 1,
    consultation,
    entries: entries.length,
    chain,
    at,
    records: [...readRecords(stateOf(entries).fold).values()],
  }
  await file.write()
}
