import { IconArrowsJoin2, IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '#shared/contract/replies.ts'
import { Button } from '../../ui/button.tsx'
import { casesOf, leftUnsettled } from './conflict-cases.ts'
import { mergeFiles, startAgain } from './merge-acts.ts'
import { useMerge } from './merge-store.ts'
import { isStopped, useSenders } from './sender-store.ts'

/** The one action the screen leads to, and what it leaves open. */
export function MergeFoot({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation(['merge', 'common'])
  const choices = useMerge((state) => state.choices)
  const busy = useMerge((state) => state.job !== null)
  const left = leftUnsettled(casesOf(preview.plan.conflicts), choices)
  const isEmpty = preview.plan.newOperations === 0
  const known = useSenders((state) => state.known)
  const stopped = preview.files.some((file) => isStopped(file, known))
  return (
    <div className="view-foot">
      <span className="merge-note ok">
        <IconHistory size={16} aria-hidden />
        {t('foot.reversible')}
      </span>
      <span className="grow" />
      <bdi className="quiet">{isEmpty ? t('foot.nothing') : left > 0 ? t('foot.left', { count: left }) : ''}</bdi>
      <Button onClick={startAgain}>{t('common:cancel')}</Button>
      <Button
        look="primary"
        icon={<IconArrowsJoin2 size={16} aria-hidden />}
        disabled={busy || isEmpty || stopped}
        onClick={() => void mergeFiles()}
      >
        {t('foot.merge')}
      </Button>
    </div>
  )
}
