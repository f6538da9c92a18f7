import * as z from 'zod'
import { PASSPHRASE } from '../exchange/passphrase.ts'
import { scopeSchema } from '../exchange/scope.ts'
import { AUDIENCES } from '../privacy/project.ts'
import { recipient, type PassphraseWeak } from './backup-calls.ts'
import type { JobStopped, NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'

/** A text that leaves and names someone who is protected: for a person to read again. */
export interface Cited {
  readonly record: string
  readonly words: readonly string[]
}

/** A file as it will be handed over: nothing of it is written yet. */
export interface Prepared {
  readonly prepared: string
  readonly name: string
  readonly notes: number
  /** Notes of the scope that the rule keeps here. */
  readonly withheld: number
  /** Notes that the scope leaves out. */
  readonly outside: number
  readonly cited: readonly Cited[]
  /** Of the key that signs it, as it is read aloud. */
  readonly fingerprint: string
  /** Bytes. */
  readonly size: number
}

export interface Sent {
  readonly name: string
  readonly notes: number
  /** Notes that the rule keeps here. */
  readonly withheld: number
  readonly outside: number
  readonly fingerprint: string
}

/** Words were found in the finished file that its readers may not see: a defect, and nothing was written. */
export type WordsLeaked = { readonly type: 'WordsLeaked'; readonly count: number }
/** No key of the secretariat is in this consultation. */
export type NoRecipient = { readonly type: 'NoRecipient' }
/** What was prepared is no longer at hand. */
export type PreparedGone = { readonly type: 'PreparedGone' }
export type NotPrepared = NothingOpen | NotSaved | JobStopped | WordsLeaked | PassphraseWeak | NoRecipient
export type NotSent = NotPrepared | PreparedGone

export interface TrustState {
  /** The key that files may be locked for, as it is read aloud; null when the secretariat has made none. */
  readonly recipient: string | null
  /** Whether this computer can open what is locked for it. */
  readonly isOurs: boolean
  readonly senders: readonly KnownSender[]
}

export interface KnownSender {
  readonly fingerprint: string
  /** Given by a person here; empty for one that is known by what it sent. */
  readonly name: string
  /** When it was first seen, milliseconds since 1970. */
  readonly since: number
}

/** What files are locked with, by their tokens. */
export const passphrases = z.record(z.string().max(200), z.string().max(PASSPHRASE.longest))

const order = z.object({
  kind: z.enum(['complete', 'projection']),
  audience: z.enum(AUDIENCES),
  scope: scopeSchema.optional(),
  lock: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('key') }),
      z.object({ by: z.literal('passphrase'), passphrase: z.string().min(1).max(PASSPHRASE.longest) }),
    ])
    .optional(),
})

/** Sending one's own contributions, and whom one trusts. */
export const sendCalls = {
  /** Makes a file, searches it and holds it ready. */
  'bundle.prepare': method<Prepared, NotPrepared>()(order),
  /** Hands over what was prepared, or what is made now. Null when the person declined the dialog. */
  'bundle.send': method<Sent | null, NotSent>()(
    order.extend({ to: recipient.optional(), prepared: z.string().max(64).optional() }),
  ),
  'trust.state': method<TrustState, NothingOpen>()(z.object({})),
  /** Makes the key that sections lock their files for; its public half goes into the consultation. */
  'trust.makeKey': method<Edited, NothingOpen | NotSaved>()(z.object({})),
}
