import { IconCircleCheck, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeDone } from '#shared/contract/replies.ts'
import { useShell } from '../../app/shell-model.ts'
import { askForNotes } from '../../state/notes-asked.ts'
import { Button } from '../../ui/button.tsx'
import { CountsTable } from './counts-table.tsx'
import { LookDialog } from './look-dialog.tsx'
import { startAgain } from './merge-acts.ts'
import { openDialog } from './merge-store.ts'
import { ReportDialog } from './report-dialog.tsx'

/** What was done, and what can be done next: read again, file the report, undo. */
export function DonePane({ done }: { done: MergeDone }) {
  const { t } = useTranslation(['merge', 'consolidation'])
  const { goTo } = useShell()
  const [withdrawn, setWithdrawn] = useState(false)
  const [shown, setShown] = useState<'look' | 'report' | null>(null)
  const close = () => setShown(null)
  const turned = () => {
    setWithdrawn(!withdrawn)
    close()
  }
  const toReview = () => {
    askForNotes({ view: 'unsettled' })
    goTo('review')
  }
  const { files, plan } = done.preview
  return (
    <section className="pane merge-done" data-pane tabIndex={-1} aria-label={t('step.done')}>
      <output className="merge-note ok">
        <IconCircleCheck size={20} aria-hidden />
        <b>{t(withdrawn ? 'done.withdrawn' : 'done.title')}</b>
      </output>
      <p>{t('done.explain')}</p>
      <CountsTable plan={plan} title={t('done.counts')} />
      <div className="merge-actions">
        {plan.conflicts.length > 0 && !withdrawn && <Button onClick={toReview}>{t('done.review')}</Button>}
        <Button icon={<IconFileText size={16} aria-hidden />} onClick={() => setShown('report')}>
          {t('consolidation:report.title')}
        </Button>
        <Button onClick={() => setShown('look')}>{t(withdrawn ? 'journal.restore' : 'journal.withdraw')}</Button>
        <Button onClick={() => openDialog('journal')}>{t('journal.title')}</Button>
        <Button look="primary" onClick={startAgain}>
          {t('done.again')}
        </Button>
      </div>
      {shown === 'report' && <ReportDialog id={done.import} onClose={close} />}
      {shown === 'look' && (
        <LookDialog
          entry={{ id: done.import, at: done.savedAt, files: files.filter(({ state }) => state !== 'refused') }}
          withdrawn={withdrawn}
          onClose={close}
          onTurned={turned}
        />
      )}
    </section>
  )
}
