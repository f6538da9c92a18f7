import * as z from 'zod'
import type { NamedIn } from '../erasure/plan-erasure.ts'
import { ref } from '../model/kind.ts'
import type { AnyRecord } from '../model/record.ts'
import type { RegisterEntry } from './backup-calls.ts'
import type { JobStopped, NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'

/** What removing a person would do. Nothing of it is done yet. */
export interface ErasurePreview {
  /** The names that the person goes by here; none when nothing of them is left. */
  readonly names: readonly string[]
  /** What is replaced, per kind of record. */
  readonly records: Readonly<Record<string, number>>
  /** Notes that keep their words and lose the person. */
  readonly notes: number
  /** Texts that name the person, to be looked at. */
  readonly named: readonly NamedIn[]
  /** Files of sources whose words name the person: they are destroyed whole. */
  readonly sources: readonly string[]
  /** Former versions of texts that named the person. */
  readonly former: number
  /** What left since something was known of them here: it cannot be reached. */
  readonly sent: readonly RegisterEntry[]
  /** Lines of the registers, file names and labels of versions that name them: these stay. */
  readonly registers: number
}

export interface Erased extends Edited {
  /** Nothing of the words is left on this computer; else it is done at the next opening. */
  readonly isDestroyed: boolean
}

/** An operation that came and waits, since it rests on destroyed words. */
export interface WaitingOperation {
  readonly id: string
  /** The record as it is without it; null when nothing of it is shown. */
  readonly record: AnyRecord | null
  readonly kind: string
  readonly set: Readonly<Record<string, unknown>>
}

/** What others had destroyed, and what waits because of it. */
export interface Erasures {
  /** Hidden already; what lies here of it is destroyed once a person agrees. */
  readonly hidden: {
    readonly operations: number
    readonly records: number
    readonly files: readonly string[]
    /** Ids of those whose name still lies here: one may look for it in texts before it goes. */
    readonly people: readonly string[]
  }
  readonly waiting: readonly WaitingOperation[]
  /** Something is still to be taken off the disk. */
  readonly isPending: boolean
}

const job = z.string().min(1).max(100)

/** Removing a person, and what others have removed. */
export const erasureCalls = {
  'erasure.look': method<ErasurePreview, NothingOpen | NotSaved | JobStopped>()(z.object({ person: ref, job })),
  'erasure.erase': method<Erased, NothingOpen | NotSaved | JobStopped>()(
    z.object({
      person: ref,
      /** `<record> <field>` of the texts in which the name is replaced. */
      replaced: z.array(z.string().max(300)).max(100_000),
      /** What stands in its place. */
      mark: z.string().min(1).max(60),
      job,
    }),
  ),
  'erasure.list': method<Erasures, NothingOpen | NotSaved | JobStopped>()(z.object({ job })),
  /** Has what others removed destroyed here too. */
  'drop.confirm': method<Erased, NothingOpen | NotSaved | JobStopped>()(z.object({ job })),
  /** Takes in what waited. */
  'aside.take': method<Edited, NothingOpen | NotSaved>()(z.object({ ids: z.array(z.string().max(64)).max(100_000) })),
}
