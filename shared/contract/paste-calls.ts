import * as z from 'zod'
import type { EditFailure } from '../edit/command.ts'
import { ref } from '../model/kind.ts'
import type { NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import { listAnswers, type ParticipantsPreview } from './participant-calls.ts'
import type { Edited } from './replies.ts'

/** A programme of several days, and its preamble. */
export const PASTE_LIMIT = 100_000
const MOST = 1_000

const words = z.string().max(300)
const clock = z.union([z.literal(''), z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)])
const line = z.int().min(1).max(PASTE_LIMIT)

const paste = z.object({
  session: ref,
  /** As it was pasted: pasted again, it adds nothing. */
  text: z.string().min(1).max(PASTE_LIMIT),
  slots: z
    .array(
      z.object({
        line,
        start: clock,
        end: clock,
        label: z.string().trim().min(1).max(2_000),
        slotKind: z.string().max(50),
      }),
    )
    .max(MOST),
  /** Their `line` is their place among the people of the text, from 1. */
  people: z
    .array(
      z
        .object({
          line,
          name: words,
          givenName: words,
          organisation: words,
          function: z.string().max(2_000),
          country: words,
        })
        .refine(({ name, givenName }) => `${name}${givenName}`.trim() !== ''),
    )
    .max(MOST),
  links: z.array(z.string().min(1).max(2_000)).max(100),
  answers: listAnswers,
})

/** What was read of a pasted programme, as it stands in its preview. */
export type PasteInput = z.infer<typeof paste>

/** What creating it would do, and what it would ask. */
export interface PastePreview extends Pick<
  ParticipantsPreview,
  'counts' | 'people' | 'questions' | 'organisations' | 'newOrganisations' | 'errors'
> {
  readonly slots: { readonly new: number; readonly here: number }
}

export type PasteDone = PastePreview & Edited

type PasteRefused = NothingOpen | Extract<EditFailure, { type: 'RecordNotFound' }>

/** A programme that was pasted: its slots and its people, into a session, as one step. */
export const pasteCalls = {
  'programme.preview': method<PastePreview, PasteRefused>()(paste),
  'programme.create': method<PasteDone, PasteRefused | NotSaved>()(paste),
}
