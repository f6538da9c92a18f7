import type { Command } from '#shared/edit/command.ts'
import type { InputOf, OutputOf } from '#shared/contract/method.ts'
import type { PageContract } from '#shared/contract/contract.ts'
import type { Edited } from '#shared/contract/replies.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../api/client.ts'
import { showEdited, showSave, usePage } from './workspace-store.ts'

/** Milliseconds after which a writing that is not on the disk yet is said to be on its way. */
const SAVING_SHOWN_AFTER_MS = 400

/** Any failure of a call, for `FailureNotice`; each has words in the catalogue `failure`. */
export type AnyFailure = { readonly type: string } & Readonly<Record<string, unknown>>

/**
 * Runs a call that writes and keeps the save state honest: *saving* only when it takes long, *saved* once the disk has
 * it, *not saved* with the reason when it refused. The failure comes back for the view that asked.
 */
async function write<T extends Edited>(call: () => Promise<Result<T, AnyFailure>>): Promise<Result<T, AnyFailure>> {
  const since = Date.now()
  const timer = setTimeout(() => showSave({ state: 'saving', since }), SAVING_SHOWN_AFTER_MS)
  try {
    const result = await call()
    if (result.ok) showEdited(result.value)
    else if (result.failure.type === 'NotSaved') {
      showSave({ state: 'not-saved', since, code: String(result.failure['code']) })
    } else if (usePage.getState().save.state === 'saving') showSave({ state: 'saved', at: since })
    return result
  } finally {
    clearTimeout(timer)
  }
}

export const edit = (command: Command): Promise<Result<Edited, AnyFailure>> =>
  write(() => client['edit.apply'](command) as Promise<Result<Edited, AnyFailure>>)

export const undo = (anyway = false): Promise<Result<Edited, AnyFailure>> =>
  write(() => client['edit.undo']({ anyway }) as Promise<Result<Edited, AnyFailure>>)

export const redo = (anyway = false): Promise<Result<Edited, AnyFailure>> =>
  write(() => client['edit.redo']({ anyway }) as Promise<Result<Edited, AnyFailure>>)

type WritingCall = 'bundle.merge' | 'import.withdraw' | 'import.restore' | 'table.import'

/** The other calls that change the workspace. */
export const writeWith = <M extends WritingCall>(
  method: M,
  input: InputOf<PageContract[M]>,
): Promise<Result<OutputOf<PageContract[M]>, AnyFailure>> =>
  write(
    () =>
      (client[method] as (input: unknown) => Promise<unknown>)(input) as Promise<
        Result<OutputOf<PageContract[M]> & Edited, AnyFailure>
      >,
  )
