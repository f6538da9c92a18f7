import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadOnly } from '#shared/contract/opening.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { ask } from '../../state/intents.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { showWorkspace } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useMoments } from './moments.ts'

/** Why nothing can be written here, and what to do about it. */
function useReasons(why: ReadOnly): readonly [what: string, todo: string] {
  const { t } = useTranslation('opening')
  const moment = useMoments()
  switch (why.type) {
    case 'OpenElsewhere': {
      const where = why.isThisComputer ? 'here' : 'there'
      const values = { host: why.host, since: moment('since', why.since) }
      return [t(`readOnly.OpenElsewhere.${where}`, values), t(`readOnly.OpenElsewhere.do_${where}`)]
    }
    case 'SyncedFolder':
      return [t('readOnly.SyncedFolder.what', { service: why.service }), t('readOnly.SyncedFolder.do')]
    case 'CannotWrite': {
      const values = { code: why.code, context: why.code }
      return [t('readOnly.CannotWrite.what', values), t('readOnly.CannotWrite.do', values)]
    }
    default:
      return [t(`readOnly.${why.type}.what`), t(`readOnly.${why.type}.do`)]
  }
}

interface Reopening {
  readonly busy: boolean
  readonly failure: AnyFailure | null
  readonly reopen: (takeOver: boolean) => void
}

function useReopening(): Reopening {
  const { t } = useTranslation('opening')
  const { consultation } = useWorkspace()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const reopen = async (takeOver: boolean) => {
    setBusy(true)
    const opened = await client['consultation.open']({ consultation, takeOver })
    setBusy(false)
    setFailure(opened.ok ? null : (opened.failure as AnyFailure))
    if (!opened.ok) return
    showWorkspace(opened.value)
    if (opened.value.readOnly !== null) toast(t('readOnly.still'))
  }
  return { busy, failure, reopen: (takeOver) => void reopen(takeOver) }
}

function TakeOver({ host, reopening }: { host: string; reopening: Reopening }) {
  const { t } = useTranslation('opening')
  const [asked, setAsked] = useState(false)
  const stay = () => setAsked(false)
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        {t('readOnly.takeOver')}
      </Button>
      <Dialog
        opened={asked}
        title={t('takeOver.title', { host })}
        onClose={stay}
        actions={
          <>
            <Button disabled={reopening.busy} onClick={() => reopening.reopen(true)}>
              {t('takeOver.yes')}
            </Button>
            <Button look="primary" data-autofocus onClick={stay}>
              {t('takeOver.no')}
            </Button>
          </>
        }
      >
        <p>{t('takeOver.text')}</p>
      </Dialog>
    </>
  )
}

/** Over every screen while nothing can be written: who has the process or what forbids it, and the ways out. */
export function ReadOnlyBand({ why }: { why: ReadOnly }) {
  const { t } = useTranslation('opening')
  const [what, todo] = useReasons(why)
  const reopening = useReopening()
  const canRetry = why.type === 'OpenElsewhere' || why.type === 'CannotWrite'
  return (
    <section className="opening-band" data-tone="warn" aria-label={t('readOnly.label')}>
      <IconLock size={16} aria-hidden />
      <output className="grow">
        <bdi>
          <b>{t('readOnly.safe')}</b> {what} {todo}
        </bdi>
      </output>
      <div className="row">
        {canRetry && (
          <Button size="small" disabled={reopening.busy} onClick={() => reopening.reopen(false)}>
            {t('readOnly.retry')}
          </Button>
        )}
        {why.type === 'OpenElsewhere' && !why.isThisComputer && <TakeOver host={why.host} reopening={reopening} />}
        {why.type !== 'OpenElsewhere' && why.type !== 'TooNew' && (
          <Button size="small" onClick={() => ask('backup.make')}>
            {t('readOnly.backup')}
          </Button>
        )}
      </div>
      {reopening.failure && <FailureNotice failure={reopening.failure} />}
    </section>
  )
}
