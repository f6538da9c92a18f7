import * as z from 'zod'
import { mergeReportSchema } from '#shared/merge/merge-report.ts'
import { scopeSchema } from '#shared/exchange/scope.ts'
import { dropSchema } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { AUDIENCES } from '#shared/privacy/project.ts'

const operation = z.custom<Operation>((value) => typeof value === 'object' && value !== null && 'head' in value)
const words = z.string()

/** A line that was not taken in, with the reason: kept byte for byte, and without effect. */
const unreadLine = z.object({ line: z.int(), reason: words, why: words.optional(), text: words })

/** One file of an import, as the person knew it, and its place in the sender's series. */
const importedFile = z.object({
  name: words,
  sections: z.array(words),
  axes: z.array(words),
  notes: z.int(),
  stream: words,
  seq: z.int(),
  root: words,
  /** SHA-256 of the whole file in hexadecimal, when nothing of it was set aside. */
  file: words.optional(),
  unread: z.array(unreadLine).optional(),
  /** Fingerprint of the key that signed it. */
  signer: words.optional(),
})
export type ImportedFile = z.infer<typeof importedFile>

/** What is known of a file once it is in; its unread lines stay in the journal. */
export function withoutLines(file: ImportedFile): ImportedFile {
  const { unread: _, ...told } = file
  return told
}

/** Why a state is one to come back to. `named`: a person wanted it. */
export const POINT_REASONS = ['day', 'named', 'bulk', 'merge', 'template', 'migration', 'back'] as const
export type PointReason = (typeof POINT_REASONS)[number]

const simpleEntries = [
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
    drops: z.array(dropSchema),
    /** Ids of those that wait for a person: they are kept, and without effect. */
    aside: z.array(words).optional(),
    /** What it did, for whoever asks later. */
    report: mergeReportSchema.optional(),
  }),
  /** What waited, and that a person has taken in. */
  z.object({ type: z.literal('take'), ids: z.array(words) }),
  /** Words that a person here had destroyed; those that others had, once someone here has agreed. */
  z.object({
    type: z.literal('drop'),
    at: z.int(),
    drops: z.array(dropSchema),
    /** What an audience was given and must not keep. */
    owed: z.partialRecord(z.enum(AUDIENCES), z.array(dropSchema)).optional(),
  }),
  /** Everything that the entries before asked for is gone from the disk. */
  z.object({ type: z.literal('destroyed'), at: z.int() }),
  z.object({ type: z.literal('withdraw'), import: words }),
  z.object({ type: z.literal('restore'), import: words }),
  /** Loosenings of others that a person here has accepted. */
  z.object({ type: z.literal('accept'), ids: z.array(words) }),
  /** A bundle, a backup or a document that left, and its place in the series of its kind for its audience. */
  z.object({
    type: z.literal('sent'),
    at: z.int(),
    kind: words,
    audience: z.enum(AUDIENCES).nullable(),
    stream: words,
    seq: z.int(),
    manifest: words,
    /** What the register tells of it; files that left before it was kept have none of this. */
    name: words.optional(),
    /** SHA-256 of the whole file in hexadecimal, as `sha256sum` prints it. */
    file: words.optional(),
    notes: z.int().optional(),
    /** For whom, in the words of the person who sent it. */
    to: words.optional(),
    /** What it was narrowed to, as its manifest says it. */
    scope: z.array(words).optional(),
    /** The same, as it was chosen: which sessions, sections and axes; stays here. */
    chosen: scopeSchema.optional(),
    /** How far the journal went when it was made. */
    upTo: z.int().optional(),
    /** Operations that the audience was given before and is told to forget with this file. */
    retracted: z.array(words).optional(),
    /** Locked for the secretariat's key, or with a passphrase. */
    locked: z.enum(['key', 'passphrase']).optional(),
  }),
  /** A pair of keys that files may be locked for: kept for ever, since one of them may arrive at any time. */
  z.object({ type: z.literal('key'), at: z.int(), recipient: words, identity: words }),
  /** A sender that a person here knows, under the name they gave. */
  z.object({ type: z.literal('sender'), at: z.int(), fingerprint: words, name: words }),
  /** A state to come back to: what the journal holds up to here. */
  z.object({ type: z.literal('point'), at: z.int(), reason: z.enum(POINT_REASONS), label: words }),
] as const

const simpleEntry = z.discriminatedUnion('type', simpleEntries)
export type SimpleEntry = z.infer<typeof simpleEntry>

/** What one command leaves in the journal: one entry, whole or not at all. */
export const entrySchema = z.discriminatedUnion('type', [
  ...simpleEntries,
  /** Several that are one command: all of them or none. */
  z.object({ type: z.literal('together'), label: words, entries: z.array(simpleEntry) }),
])
export type Entry = z.infer<typeof entrySchema>
export type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>

/** The entries of a journal one by one, those that were written together too. */
export const oneByOne = (entries: Iterable<Entry>): readonly SimpleEntry[] =>
  [...entries].flatMap((entry) => (entry.type === 'together' ? entry.entries : [entry]))

/** Ids of the operations an entry brought, in their order: what the chain of the journal runs over. */
export const operationIds = (entry: Entry): readonly string[] =>
  oneByOne([entry]).flatMap((one) => ('operations' in one ? one.operations.map(({ id }) => id) : []))

/** The lines that files brought and that were not taken in. */
export const unreadLines = (entries: Iterable<Entry>): readonly string[] =>
  oneByOne(entries).flatMap((entry) =>
    entry.type === 'import' ? entry.files.flatMap(({ unread = [] }) => unread.map(({ text }) => text)) : [],
  )

/** Changes the text of the lines that were not taken in, in an entry as it is kept and in those written together in it. */
export function withUnreadLines(entry: unknown, change: (text: string) => string): unknown {
  const { files, entries, ...rest } = entry as { files?: ImportedFile[]; entries?: unknown[] }
  return {
    ...rest,
    ...(files === undefined ? {} : { files: files.map((file) => withLines(file, change)) }),
    ...(entries === undefined ? {} : { entries: entries.map((one) => withUnreadLines(one, change)) }),
  }
}

const withLines = ({ unread, ...file }: ImportedFile, change: (text: string) => string): ImportedFile =>
  unread === undefined ? file : { ...file, unread: unread.map((one) => ({ ...one, text: change(one.text) })) }

/** Changes what stands in `operations`, in an entry as it is kept and in those written together in it. */
export function withOperations(entry: unknown, change: (item: unknown) => unknown): unknown {
  const { operations, entries, ...rest } = entry as { operations?: unknown[]; entries?: unknown[] }
  return {
    ...rest,
    ...(operations === undefined ? {} : { operations: operations.map(change) }),
    ...(entries === undefined ? {} : { entries: entries.map((one) => withOperations(one, change)) }),
  }
}
