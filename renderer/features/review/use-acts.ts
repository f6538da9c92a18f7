import { useTranslation } from 'react-i18next'
import type { Command, CommandOf } from '#shared/edit/command.ts'
import { edit, redo, undo } from '../../state/edits.ts'
import { usePage } from '../../state/workspace-store.ts'
import { toast } from '../../ui/toast.tsx'
import { showFailure } from './review-store.ts'

type NoteChanges = Partial<Omit<CommandOf<'notes.edit'>, 'type' | 'notes'>>

/** What can be done to notes from anywhere on the screen; a failure is shown over the view. */
export function useActs() {
  const { t } = useTranslation('review')
  const nameOf = (step: string | null) => t(`step.${step ?? 'notes.edit'}` as 'step.notes.edit')

  const takeBack = async (anyway = false): Promise<void> => {
    const step = usePage.getState().workspace?.history.undo ?? null
    const done = await undo(anyway)
    showFailure(done.ok ? null : done.failure)
    if (done.ok) toast(t('toast.undone', { what: nameOf(step) }))
  }
  const putBack = async (): Promise<void> => {
    const step = usePage.getState().workspace?.history.redo ?? null
    if (step === null) return
    const done = await redo()
    showFailure(done.ok ? null : done.failure)
    if (done.ok) toast(t('toast.redone', { what: nameOf(step) }))
  }
  const act = async (command: Command, said?: string): Promise<boolean> => {
    const done = await edit(command)
    showFailure(done.ok ? null : done.failure)
    if (done.ok && said !== undefined) {
      toast(said, { action: { label: t('toast.undo'), onClick: () => void takeBack() } })
    }
    return done.ok
  }
  const change = (notes: readonly string[], changes: NoteChanges): Promise<boolean> => {
    const command = { set: {}, addThemes: [], newThemes: [], removeThemes: [], ...changes }
    const said = notes.length > 1 ? t('toast.changed', { count: notes.length }) : undefined
    return act({ type: 'notes.edit', notes: [...notes], ...command }, said)
  }
  const remove = (notes: readonly string[]): Promise<boolean> =>
    act({ type: 'notes.remove', notes: [...notes] }, t('toast.removed', { count: notes.length }))

  return { act, change, remove, takeBack, putBack }
}
