import * as z from 'zod'
import { AUDIENCES } from '../privacy/project.ts'

/** The version of the `.rapx` format this program writes, and the newest it reads. */
export const BUNDLE_FORMAT = 1
/** What was added to the format since. A newer one is read all the same, but for what this program does not know. */
export const BUNDLE_MINOR = 2
export const BUNDLE_KINDS = ['complete', 'projection', 'backup'] as const
export type BundleKind = (typeof BUNDLE_KINDS)[number]

const count = z.int().min(0)
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/**
 * `manifest.json`: what the file is, without a device, a counter of operations or a person. The stream of a projection is
 * random per installation, consultation, audience and scope, the fingerprint of the key that signs it; `seq` and `prev` let
 * the receiver notice a missing file.
 */
export const manifestSchema = z.object({
  format: z.int().min(1),
  /** Absent from files of the first version. */
  minor: z.int().min(0).optional(),
  kind: z.enum(BUNDLE_KINDS),
  consultation: z.string().min(1).max(64),
  audience: z.enum(AUDIENCES).nullable(),
  stream: z.string().min(1).max(64),
  seq: z.int().min(1),
  prev: digest.nullable(),
  /** Digest of `ops.ndjson`. */
  root: digest,
  /** Digest of `drops.ndjson`. */
  dropsRoot: digest.optional(),
  /** What the sender narrowed the file to; see `scope.ts`. Absent when to nothing. */
  scope: z.array(z.string().max(40)).max(20).optional(),
  /** SHA-256 of the files inside, in hexadecimal and in order; absent when there are none. */
  files: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(1_000_000)
    .optional(),
  sample: z.boolean(),
  counts: z.object({ operations: count, drops: count, notes: count, records: z.record(z.string(), count) }),
  /** Short names of the sections and axes of the notes inside, for people. */
  sections: z.array(z.string()),
  axes: z.array(z.string()),
  /** In a backup only: what its journal must add up to, and when it was made (milliseconds since 1970). */
  backup: z.object({ journal: digest, entries: count, state: digest, at: count }).optional(),
})
export type Manifest = z.infer<typeof manifestSchema>
