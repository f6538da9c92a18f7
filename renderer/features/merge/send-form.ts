import { WHOLE, type Scope } from '#shared/exchange/scope.ts'
import type { InputOf } from '#shared/contract/method.ts'
import type { sendCalls } from '#shared/contract/send-calls.ts'
import { NOTHING_TYPED, passphraseOf, type Typed } from '../../ui/new-passphrase.tsx'

export const RECIPIENTS = ['section', 'secretariat', 'public', 'circle'] as const
export type Recipient = (typeof RECIPIENTS)[number]
/** The whole process, or what of it. */
export const EXTENTS = ['whole', 'sessions', 'regions', 'axes', 'syntheses'] as const
export type Extent = (typeof EXTENTS)[number]
export const LOCKS = ['key', 'passphrase', 'none'] as const
export type LockBy = (typeof LOCKS)[number]

/** What a person has chosen to send. */
export interface SendForm {
  readonly recipient: Recipient
  readonly to: string
  readonly extent: Extent
  /** Ids of the sessions, sections or axes, by the extent that they were chosen for. */
  readonly chosen: Readonly<Partial<Record<Extent, readonly string[]>>>
  /** Null until the person has said: then as fits the recipient. */
  readonly lock: LockBy | null
  readonly typed: Typed
}

export const FIRST: SendForm = {
  recipient: 'secretariat',
  to: '',
  extent: 'whole',
  chosen: {},
  lock: null,
  typed: NOTHING_TYPED,
}

export function scopeOf({ extent, chosen }: SendForm): Scope {
  if (extent === 'whole') return WHOLE
  return extent === 'syntheses' ? { ...WHOLE, syntheses: true } : { ...WHOLE, [extent]: chosen[extent] ?? [] }
}

/** Files for the secretariat are locked for its key as soon as there is one. */
export function lockOf({ lock, recipient }: SendForm, hasKey: boolean): LockBy {
  if (lock !== null && (lock !== 'key' || hasKey)) return lock
  return hasKey && recipient === 'secretariat' ? 'key' : 'none'
}

/** Whether the person has said which sessions, sections or axes. */
export const isChosen = ({ extent, chosen }: SendForm): boolean =>
  extent === 'whole' || extent === 'syntheses' || (chosen[extent] ?? []).length > 0

/** Null while something is missing: nothing chosen, or a passphrase that is not one yet. */
export function orderOf(form: SendForm, hasKey: boolean): InputOf<(typeof sendCalls)['bundle.prepare']> | null {
  const { recipient, extent, typed } = form
  const by = lockOf(form, hasKey)
  const passphrase = by === 'passphrase' ? passphraseOf(typed) : ''
  if (!isChosen(form) || passphrase === null) return null
  return {
    // Within the circle everything goes, with its history; outside, each note what its rule lets out.
    ...(recipient === 'circle'
      ? { kind: 'complete' as const, audience: 'section' as const }
      : { kind: 'projection' as const, audience: recipient }),
    ...(extent === 'whole' ? {} : { scope: scopeOf(form) }),
    ...(by === 'key' ? { lock: { by } } : by === 'passphrase' ? { lock: { by, passphrase } } : {}),
  }
}
