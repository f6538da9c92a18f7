import './report.css'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import type { Export } from './use-export.ts'

/** Steps that a writing is shown in. */
const STEPS = 100

/** How far a writing is, or why it failed. */
export function Writing({ writing }: { writing: Export }) {
  const { t } = useTranslation('report')
  if (writing.failure) return <FailureNotice failure={writing.failure} onDismiss={writing.dismiss} />
  if (writing.share === null) return null
  return (
    <div className="report-writing">
      <Progress label={t('writing')} done={Math.round(writing.share * STEPS)} total={STEPS} onCancel={writing.cancel} />
    </div>
  )
}
