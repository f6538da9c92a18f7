import type { NotOpened, NotSaved } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { protectionCalls } from '#shared/contract/protection-calls.ts'
import type { Workspace } from '#shared/contract/replies.ts'
import { strengthOf } from '#shared/exchange/passphrase.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Desk } from '../workspace/desk.ts'

type Calls = Handlers<typeof protectionCalls>

const nothingOpen = fail({ type: 'NothingOpen' } as const)
const tooWeak = fail({ type: 'PassphraseWeak' } as const)

const isWeak = (passphrase: string): boolean => strengthOf(passphrase) === 'weak'

/** Protecting a consultation, opening one that is protected, and taking the protection off. */
export function protectionHandlers(desk: Desk): Calls {
  const { keys } = desk
  return {
    'protection.state': async ({ consultation }) =>
      ok({
        isProtected: await keys.isProtected(consultation),
        canRemember: await keys.remembered.isPossible(),
      }),
    'protection.unlock': async ({ consultation, secret, remember }) => {
      const unlocked = await keys.unlock(consultation, secret, remember)
      return unlocked.ok ? desk.take(consultation) : unlocked
    },
    'protection.begin': async ({ passphrase }) => {
      if (desk.open === null) return nothingOpen
      return isWeak(passphrase) ? tooWeak : ok({ recoveryKey: await keys.begin(passphrase) })
    },
    'protection.turnOn': async ({ recoveryKey }) => {
      const consultation = desk.open?.store.consultation
      if (consultation === undefined) return nothingOpen
      if (!keys.isBegunWith(recoveryKey)) return fail({ type: 'WrongRecoveryKey' })
      return whileClosed(desk, consultation, () => keys.turnOn(consultation))
    },
    'protection.turnOff': async ({ secret }) => {
      const consultation = desk.open?.store.consultation
      if (consultation === undefined) return nothingOpen
      const proven = await keys.proves(consultation, secret)
      return proven.ok ? whileClosed(desk, consultation, () => keys.turnOff(consultation)) : proven
    },
    'protection.change': async ({ secret, passphrase }) => {
      const consultation = desk.open?.store.consultation
      if (consultation === undefined) return nothingOpen
      return isWeak(passphrase) ? tooWeak : keys.change(consultation, secret, passphrase)
    },
  }
}

/** Changes a store that nothing has open, and opens it again whatever came of it. */
async function whileClosed(
  desk: Desk,
  consultation: string,
  work: () => Promise<Result<null, NotSaved>>,
): Promise<Result<Workspace, NotOpened>> {
  await desk.close()
  const done = await work()
  const taken = await desk.take(consultation)
  return done.ok ? taken : done
}
