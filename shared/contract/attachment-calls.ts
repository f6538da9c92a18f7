import * as z from 'zod'
import { LIMITS } from '../exchange/limits.ts'
import { ref } from '../model/kind.ts'
import type { NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'

/** What may hang on a note, by what its bytes say. */
export const ATTACHED = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/plain': 'txt',
} as const
export type AttachedMedia = keyof typeof ATTACHED

export interface AttachmentRefused {
  readonly type: 'AttachmentRefused'
  /** `heic`: a picture as telephones keep it, which nothing here can draw; `unreadable`: gone since it was chosen. */
  readonly reason: 'empty' | 'too-large' | 'heic' | 'kind' | 'unreadable'
}

type NoRecord = { readonly type: 'RecordNotFound'; readonly record: string }
export type NotAttachedHere =
  /** Its bytes did not come: they come with any file that has them. */
  | { readonly type: 'AttachmentNotHere' }
  /** Its bytes are no more those that were kept. */
  | { readonly type: 'AttachmentDamaged' }

const attachment = z.object({ attachment: ref })

/** Pictures and documents on notes and sessions. */
export const attachmentCalls = {
  'attachment.add': method<
    Edited,
    AttachmentRefused | NoRecord | { readonly type: 'NotEditable'; readonly kind: string } | NothingOpen | NotSaved
  >()(
    z.object({
      attachment: ref,
      /** A note or a session. */
      on: ref,
      label: z.string().max(2_000),
      fileName: z.string().max(255),
      // One byte more, so that the refusal has words.
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= LIMITS.attachmentBytes + 1),
    }),
  ),
  'attachment.read': method<
    { readonly media: string; readonly bytes: Uint8Array },
    NotAttachedHere | NoRecord | NothingOpen
  >()(attachment),
  /** Saves a copy where the person says; null when they declined. */
  'attachment.save': method<{ readonly name: string } | null, NotAttachedHere | NoRecord | NothingOpen | NotSaved>()(
    attachment,
  ),
}
