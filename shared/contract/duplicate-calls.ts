import * as z from 'zod'
import type { NearDuplicate } from '../merge/propose-duplicates.ts'
import { ref } from '../model/kind.ts'
import type { JobStopped, NothingOpen } from './failures.ts'
import { method } from './method.ts'

/** Someone who took notes, as far as this computer knows them: by where the notes were written or what brought them. */
export interface Taker {
  readonly isOurs: boolean
  /** Name of the file that brought them; null when several files came at once, or when it is us. */
  readonly file: string | null
  /** Which of several people of that file, from 1; null when there is only one. */
  readonly number: number | null
}

export interface DuplicatesFound {
  /** The likeliest first. */
  readonly pairs: readonly NearDuplicate[]
  readonly takers: readonly Taker[]
  /** Place in `takers` of who took each note. */
  readonly takenBy: Readonly<Record<string, number>>
}

/** Notes that may be of one intervention; `asked` limits the search to pairs that one of these is part of. */
export const duplicateCalls = {
  'duplicates.find': method<DuplicatesFound, NothingOpen | JobStopped>()(
    z.object({ asked: z.array(ref).max(100_000).optional(), job: z.string().min(1).max(100) }),
  ),
}
