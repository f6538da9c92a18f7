import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitingOperation } from '#shared/contract/erasure-calls.ts'
import { writeWith, type AnyFailure } from '../../state/edits.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** The words of an operation, those that people read. */
const wordsOf = ({ set }: WaitingOperation): string =>
  Object.values(set)
    .filter((value) => typeof value === 'string')
    .join(' · ')

interface WaitingDialogProps {
  waiting: readonly WaitingOperation[]
  onClose: () => void
}

/** What came and waits, since it rests on erased words: each is taken in when a person has read it. */
export function WaitingDialog({ waiting, onClose }: WaitingDialogProps) {
  const { t } = useTranslation(['erasure', 'merge', 'common'])
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const take = async (id: string) => {
    const done = await writeWith('aside.take', { ids: [id] })
    if (!done.ok) setFailure(done.failure)
    else if (waiting.length === 1) onClose()
  }
  return (
    <Dialog
      opened
      size="lg"
      title={t('band.waitingTitle')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      <div className="stack">
        <p className="quiet">{t('band.waitingText')}</p>
        {failure && <FailureNotice failure={failure} />}
        <ul className="erasure-named">
          {waiting.map((one) => (
            <li key={one.id} className="row">
              <bdi>{wordsOf(one)}</bdi>
              <Button size="small" onClick={() => void take(one.id)}>
                {t('band.take')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
