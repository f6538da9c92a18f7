import { useTranslation } from 'react-i18next'
import type { Command } from '#shared/edit/command.ts'
import type { Result } from '#shared/kit/result.ts'
import type { Edited } from '#shared/contract/replies.ts'
import { type AnyFailure, edit, undo } from '../../state/edits.ts'
import { toast } from '../../ui/toast.tsx'
import { showFailure } from './merge-store.ts'

async function takeBack(): Promise<void> {
  const done = await undo()
  showFailure(done.ok ? null : done.failure)
}

/** Writes what a person settled and offers to take it back; a failure is shown over the screen. */
export function useSettling() {
  const { t } = useTranslation(['settling', 'review'])
  const tell = (done: Result<Edited, AnyFailure>, said: string): boolean => {
    showFailure(done.ok ? null : done.failure)
    if (done.ok) toast(said, { action: { label: t('review:toast.undo'), onClick: () => void takeBack() } })
    return done.ok
  }
  return {
    settle: async (command: Command, said: string): Promise<boolean> => tell(await edit(command), said),
    tell,
  }
}
