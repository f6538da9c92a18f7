import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeDone } from '#shared/contract/replies.ts'
import { useShell } from '../../app/shell-model.ts'
import { writeWith } from '../../state/edits.ts'
import { askForNotes } from '../../state/notes-asked.ts'
import { Button } from '../../ui/button.tsx'
import { CountsTable } from './counts-table.tsx'
import { startAgain } from './merge-acts.ts'
import { openDialog, showFailure } from './merge-store.ts'

/** What was done, and what can be done next: read again, undo. */
export function DonePane({ done }: { done: MergeDone }) {
  const { t } = useTranslation('merge')
  const { goTo } = useShell()
  const [withdrawn, setWithdrawn] = useState(false)
  const call = withdrawn ? 'import.restore' : 'import.withdraw'
  const turn = async () => {
    const turned = await writeWith(call, { import: done.import })
    showFailure(turned.ok ? null : turned.failure)
    if (turned.ok) setWithdrawn(!withdrawn)
  }
  const toReview = () => {
    askForNotes({ view: 'unsettled' })
    goTo('review')
  }
  const { conflicts } = done.preview.plan
  return (
    <section className="pane merge-done" data-pane tabIndex={-1} aria-label={t('step.done')}>
      <output className="merge-note ok">
        <IconCircleCheck size={20} aria-hidden />
        <b>{t(withdrawn ? 'done.withdrawn' : 'done.title')}</b>
      </output>
      <p>{t('done.explain')}</p>
      <CountsTable plan={done.preview.plan} title={t('done.counts')} />
      <div className="merge-actions">
        {conflicts.length > 0 && !withdrawn && <Button onClick={toReview}>{t('done.review')}</Button>}
        <Button onClick={() => void turn()}>{t(withdrawn ? 'journal.restore' : 'journal.withdraw')}</Button>
        <Button onClick={() => openDialog('journal')}>{t('journal.title')}</Button>
        <Button look="primary" onClick={startAgain}>
          {t('done.again')}
        </Button>
      </div>
    </section>
  )
}
