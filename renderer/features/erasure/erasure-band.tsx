import './erasure.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Erasures } from '#shared/contract/erasure-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import { writeWith, type AnyFailure } from '../../state/edits.ts'
import { askToErase } from '../../state/erasing.ts'
import { newId } from '../../state/new-id.ts'
import { useJob } from '../../state/use-job.ts'
import { useLanguage } from '../../state/use-words.ts'
import { usePage } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { WaitingDialog } from './waiting-dialog.tsx'

interface ConfirmProps {
  hidden: Erasures['hidden']
  onClose: () => void
}

/** What others have erased is destroyed here once someone here agrees. */
function ConfirmDialog({ hidden: { operations, records, people }, onClose }: ConfirmProps) {
  const { t } = useTranslation(['erasure', 'common'])
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const search = (person: string) => {
    onClose()
    askToErase(person)
  }
  const destroy = async () => {
    setBusy(true)
    const done = await writeWith('drop.confirm', { job: newId() })
    setBusy(false)
    if (!done.ok) return setFailure(done.failure)
    toast(t(done.value.isDestroyed ? 'band.confirmed' : 'band.pending'), { tone: 'ok' })
    onClose()
  }
  return (
    <Dialog
      opened
      title={t('band.confirmTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="danger" disabled={isBusy} onClick={() => void destroy()}>
            {t(isBusy ? 'doing' : 'band.confirmDo')}
          </Button>
        </>
      }
    >
      {failure && <FailureNotice failure={failure} />}
      <p>{t('band.confirmText', { count: operations, records })}</p>
      {people.length > 0 && <p>{t('band.searchFirst')}</p>}
      {people.map((person, index) => (
        <Button key={person} onClick={() => search(person)}>
          {t('band.search', { number: index + 1 })}
        </Button>
      ))}
    </Dialog>
  )
}

/** On the screen where contributions are put together: what others have erased, and what waits because of it. */
export function ErasureBand() {
  const { t } = useTranslation('erasure')
  const language = useLanguage()
  const { value, start } = useJob<Erasures>()
  const [shown, show] = useState<'confirm' | 'waiting' | null>(null)
  useEffect(() => {
    const list = () => start((job) => client['erasure.list']({ job }) as Promise<Result<Erasures, AnyFailure>>)
    list()
    return usePage.subscribe((now, before) => {
      if (now.workspace?.records !== before.workspace?.records) list()
    })
  }, [start])
  if (value === null) return null
  const { hidden, waiting, isPending } = value
  if (hidden.operations === 0 && waiting.length === 0 && !isPending) return null
  return (
    <section className="erasure-band" aria-label={t('band.label')}>
      {hidden.operations > 0 && (
        <p className="row">
          <bdi>{t('band.hidden', { count: hidden.operations, files: formatList(hidden.files, language) })}</bdi>
          <Button size="small" onClick={() => show('confirm')}>
            {t('band.confirm')}
          </Button>
        </p>
      )}
      {waiting.length > 0 && (
        <p className="row">
          <span>{t('band.waiting', { count: waiting.length })}</span>
          <Button size="small" onClick={() => show('waiting')}>
            {t('band.look')}
          </Button>
        </p>
      )}
      {isPending && <p>{t('band.pending')}</p>}
      {shown === 'confirm' && <ConfirmDialog hidden={hidden} onClose={() => show(null)} />}
      {shown === 'waiting' && <WaitingDialog waiting={waiting} onClose={() => show(null)} />}
    </section>
  )
}
