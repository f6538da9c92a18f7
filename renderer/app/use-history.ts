import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tinykeys } from 'tinykeys'
import { redo, undo } from '../state/edits.ts'
import { usePage } from '../state/workspace-store.ts'
import { toast } from '../ui/toast.tsx'
import { useSayFailure } from './use-say-failure.ts'

/** In a field with something in it, the keys undo typing; anywhere else, the last action. */
function undoesTyping({ target }: Event): boolean {
  const isField =
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && /^(text|search)$/.test(target.type))
  return isField && target.value !== ''
}

/** Undo and redo of actions, from anywhere, each saying what it took back. */
export function useHistory(): void {
  const { t } = useTranslation('shell')
  const sayFailure = useSayFailure()
  const take = useEffectEvent(async (direction: 'undo' | 'redo') => {
    const label = usePage.getState().workspace?.history[direction]
    if (label === null || label === undefined) return
    const action = t(`action.${label}` as 'action.other', { defaultValue: t('action.other') })
    const done = await (direction === 'undo' ? undo() : redo())
    if (done.ok) toast(t(`history.${direction}`, { action }))
    else if (done.failure.type === 'ReplacedSince') toast(t('history.refused', { action }), { tone: 'warn' })
    else sayFailure(done.failure)
  })
  useEffect(() => {
    const on = (direction: 'undo' | 'redo') => (event: KeyboardEvent) => {
      if (event.defaultPrevented || undoesTyping(event)) return
      event.preventDefault()
      void take(direction)
    }
    return tinykeys(window, { '$mod+z': on('undo'), '$mod+y': on('redo'), '$mod+Shift+z': on('redo') })
  }, [])
}
