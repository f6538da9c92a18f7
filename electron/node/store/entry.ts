import * as z from 'zod'
import type { Operation } from '#shared/operation/operation.ts'
import { AUDIENCES } from '#shared/privacy/project.ts'

const operation = z.custom<Operation>((value) => typeof value === 'object' && value !== null && 'head' in value)
const words = z.string()

/** One file of an import, as the person knew it, and its place in the sender's series. */
const importedFile = z.object({
  name: words,
  sections: z.array(words),
  axes: z.array(words),
  notes: z.int(),
  stream: words,
  seq: z.int(),
  root: words,
})
export type ImportedFile = z.infer<typeof importedFile>

/** What one command leaves in the journal: one entry, whole or not at all. */
export const entrySchema = z.discriminatedUnion('type', [
  /** A person's command. */
  z.object({ type: z.literal('batch'), label: words, operations: z.array(operation) }),
  /** Contributions put in: the operations that were new, and the ids of all that the files held. */
  z.object({
    type: z.literal('import'),
    id: words,
    at: z.int(),
    files: z.array(importedFile),
    ids: z.array(words),
    operations: z.array(operation),
    drops: z.array(words),
  }),
  z.object({ type: z.literal('withdraw'), import: words }),
  z.object({ type: z.literal('restore'), import: words }),
  /** Loosenings of others that a person here has accepted. */
  z.object({ type: z.literal('accept'), ids: z.array(words) }),
  /** A file that left: its place in the series for its audience. */
  z.object({
    type: z.literal('sent'),
    at: z.int(),
    kind: words,
    audience: z.enum(AUDIENCES).nullable(),
    stream: words,
    seq: z.int(),
    manifest: words,
  }),
])
export type Entry = z.infer<typeof entrySchema>
export type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>

/** Ids of the operations an entry brought, in their order: what the chain of the journal runs over. */
export const operationIds = (entry: Entry): readonly string[] =>
  'operations' in entry ? entry.operations.map(({ id }) => id) : []
