import * as z from 'zod'
import type { FileFailure } from '../exchange/container-failure.ts'
import { ref } from '../model/kind.ts'
import type { Source, SourcePart } from '../programme/sources/source.ts'
import type { NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'

/** What a file holds, before anything of it is kept. */
export interface SourcePreview extends Omit<Source, 'parts'> {
  readonly parts: number
  /** Names that stand in it. */
  readonly people: number
  /** Of its times, in milliseconds since it began. */
  readonly span: readonly [first: number, last: number] | null
  /** The first parts, for the eye. */
  readonly sample: readonly SourcePart[]
}

export interface SourceAdded extends Edited {
  readonly source: string
  /** False when the session has this file already. */
  readonly isNew: boolean
}

/** `reason` has words in the catalogue `sources`; `about` is what they name: a line, a limit, a part. */
export interface SourceUnreadable {
  readonly type: 'SourceUnreadable'
  readonly reason: string
  readonly file: string
  readonly about: Readonly<Record<string, string | number>>
}
export type SourceFailureReply = SourceUnreadable | FileFailure

/** The record, or the session, is not there (any more). */
type NoRecord = { readonly type: 'RecordNotFound'; readonly record: string }
type NotKeptHere =
  /** Its file stayed on the computer where it was added. */
  | { readonly type: 'SourceNotHere' }
  /** Its bytes are no more those that were kept. */
  | { readonly type: 'SourceDamaged' }

const token = z.string().min(1).max(200)

/** Transcripts, discussions, reports of calls and texts handed in. */
export const sourceCalls = {
  'source.preview': method<SourcePreview, SourceFailureReply | NothingOpen>()(z.object({ file: token })),
  'source.add': method<SourceAdded, SourceFailureReply | NoRecord | NothingOpen | NotSaved>()(
    z.object({
      file: token,
      session: ref,
      /** What the clock showed when the source began; null when nobody knows. */
      starts: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
        .nullable(),
    }),
  ),
  /** Everything that a kept source says. */
  'source.read': method<Source, SourceFailureReply | NoRecord | NotKeptHere | NothingOpen>()(z.object({ source: ref })),
}
