import type { Command } from '#shared/edit/command.ts'
import type { InputOf, OutputOf } from '#shared/contract/method.ts'
import type { PageContract } from '#shared/contract/contract.ts'
import type { Edited } from '#shared/contract/replies.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import { client } from '../api/client.ts'
import { tellSave, useSave } from './save.ts'
import { saveState } from './save-machine.ts'
import { showEdited } from './workspace-store.ts'
import { type AnyFailure, beginWriting, refusedCommands, retry, write } from './writings.ts'

export type { AnyFailure } from './writings.ts'

/**
 * Writes what a person did. Pending while the disk refuses it: its words stay where they were typed, `signal` gives them
 * up. A failure is one that trying again would not mend.
 */
export const edit = (command: Command, signal?: AbortSignal): Promise<Result<Edited, AnyFailure>> =>
  write(command, signal)

/** Runs a call that changes the workspace, after what was refused before it; refused itself, it is simply not done. */
async function act<T extends Edited>(call: () => Promise<Result<T, AnyFailure>>): Promise<Result<T, AnyFailure>> {
  if (refusedCommands().length > 0) await retry()
  const state = saveState(useSave.getState())
  if (state.state === 'not-saved') return fail({ type: 'NotSaved', code: state.code })
  const writing = beginWriting()
  const result = await call()
  if (!result.ok) tellSave({ type: 'dropped', writing })
  else {
    showEdited(result.value)
    tellSave({ type: 'saved', writing, at: result.value.savedAt })
  }
  return result
}

export const undo = (anyway = false): Promise<Result<Edited, AnyFailure>> =>
  act(() => client['edit.undo']({ anyway }) as Promise<Result<Edited, AnyFailure>>)

export const redo = (anyway = false): Promise<Result<Edited, AnyFailure>> =>
  act(() => client['edit.redo']({ anyway }) as Promise<Result<Edited, AnyFailure>>)

type WritingCall =
  | 'bundle.merge'
  | 'import.withdraw'
  | 'import.restore'
  | 'table.import'
  | 'participants.import'
  | 'programme.create'
  | 'form.import'
  | 'source.add'
  | 'attachment.add'
  | 'versions.back'
  | 'loosening.accept'
  | 'trust.makeKey'
  | 'erasure.erase'
  | 'drop.confirm'
  | 'aside.take'

/** The other calls that change the workspace. */
export const writeWith = <M extends WritingCall>(
  method: M,
  input: InputOf<PageContract[M]>,
): Promise<Result<OutputOf<PageContract[M]>, AnyFailure>> =>
  act(
    () =>
      (client[method] as (input: unknown) => Promise<unknown>)(input) as Promise<
        Result<OutputOf<PageContract[M]> & Edited, AnyFailure>
      >,
  )
