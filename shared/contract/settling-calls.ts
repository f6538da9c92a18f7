import * as z from 'zod'
import type { Origin } from '../merge/origins.ts'
import { ref } from '../model/kind.ts'
import type { Waiting } from '../operation/waiting.ts'
import type { JobStopped, NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'

/** What is said of look-alikes when files are put in. */
export const mapped = {
  joins: z
    .array(z.object({ record: ref, into: ref }))
    .max(1_000)
    .optional(),
  apart: z
    .array(z.object({ record: ref, other: ref }))
    .max(1_000)
    .optional(),
}

/** A loosening from elsewhere that would count once accepted, and the consent it rests on. */
export interface WaitingLoosening extends Waiting {
  readonly kind: string
  readonly consent: string
  readonly who: string
  readonly at: string
  readonly basis: string
  /** Records that the consent covers. */
  readonly covers: number
}

/** Calls that serve to settle. */
export const settlingCalls = {
  /** Where the versions of some records come from; `files` are those of a preview. */
  'settle.origins': method<readonly Origin[], NothingOpen | JobStopped>()(
    z.object({
      records: z.array(ref).min(1).max(10_000),
      files: z.array(z.string().min(1).max(200)).max(1_000),
      job: z.string().min(1).max(100),
    }),
  ),
  'loosening.list': method<readonly WaitingLoosening[], NothingOpen>()(z.object({})),
  /** Lets loosenings of others count here. */
  'loosening.accept': method<Edited, NothingOpen | NotSaved>()(z.object({ ids: z.array(z.string().max(64)).min(1) })),
}
