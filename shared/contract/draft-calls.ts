import * as z from 'zod'
import type { NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'

/** Calls about what is being typed and has not been said to be done. */
export const draftCalls = {
  /** Keeps a draft in place of the former one of that key; an empty text forgets it. Answered once the disk has it. */
  'draft.keep': method<{ readonly at: number }, NothingOpen | NotSaved>()(
    z.object({ key: z.string().min(1).max(200), text: z.string().max(2_000_000) }),
  ),
}
