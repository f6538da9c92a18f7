import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clockTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'
import { usePage } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { throwDraftAway, useCapture } from './capture-store.ts'

/** Says that the words in the field were found after a stop; nothing is said of a draft that was left on purpose. */
export function FoundDraft() {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const foundAt = useCapture((state) => state.foundAt)
  const wasStopped = usePage(({ workspace }) => workspace?.found.some(({ type }) => type === 'NotClosed') ?? false)
  if (foundAt === null || !wasStopped) return null
  const throwAway = () => {
    const putBack = throwDraftAway()
    toast(t('draft.thrown'), { action: { label: t('draft.putBack'), onClick: putBack } })
  }
  return (
    <p className="composer-found">
      <IconPencil size={14} aria-hidden />
      <output>{t('draft.found', { time: clockTime(foundAt, language) })}</output>
      <Button size="small" look="quiet" onClick={throwAway}>
        {t('draft.throw')}
      </Button>
    </p>
  )
}
