import * as z from 'zod'
import { PASSPHRASE } from '../exchange/passphrase.ts'
import { ref } from '../model/kind.ts'
import type { PassphraseWeak } from './backup-calls.ts'
import type { NothingOpen, NotOpened, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Workspace } from './replies.ts'

const passphrase = z.string().min(1).max(PASSPHRASE.longest)
/** The passphrase or the recovery key, as it was typed. */
const secret = passphrase

/** Neither the passphrase nor the recovery key. */
export type WrongSecret = { readonly type: 'WrongSecret' }
/** Not the recovery key that was shown. */
export type WrongRecoveryKey = { readonly type: 'WrongRecoveryKey' }
/** What wraps the key cannot be read in either of its places. */
export type ProtectionDamaged = { readonly type: 'ProtectionDamaged' }

export interface ProtectionState {
  readonly isProtected: boolean
  /** Whether the person's session has a keyring to remember a key. */
  readonly canRemember: boolean
}

/** What lies on this computer, unreadable without a passphrase or a recovery key. */
export const protectionCalls = {
  'protection.state': method<ProtectionState>()(z.object({ consultation: ref })),
  'protection.unlock': method<Workspace, WrongSecret | ProtectionDamaged | NotOpened>()(
    z.object({ consultation: ref, secret, remember: z.boolean() }),
  ),
  /** Makes a key and gives the recovery key, to be shown once. Nothing is protected yet. */
  'protection.begin': method<{ readonly recoveryKey: string }, NothingOpen | PassphraseWeak>()(
    z.object({ passphrase }),
  ),
  /** Protects the open consultation once the recovery key has been typed back; it is opened again. */
  'protection.turnOn': method<Workspace, NothingOpen | WrongRecoveryKey | NotOpened>()(
    z.object({ recoveryKey: passphrase }),
  ),
  'protection.turnOff': method<Workspace, NothingOpen | WrongSecret | ProtectionDamaged | NotOpened>()(
    z.object({ secret }),
  ),
  'protection.change': method<null, NothingOpen | WrongSecret | ProtectionDamaged | PassphraseWeak | NotSaved>()(
    z.object({ secret, passphrase }),
  ),
}
