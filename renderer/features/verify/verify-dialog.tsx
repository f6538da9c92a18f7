import './verify.css'
import { IconCopy } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verification } from '#shared/verify/verification.ts'
import { sayVerification, type VerifyWords } from '#shared/verify/say-verification.ts'
import { client } from '../../api/client.ts'
import { useIntent } from '../../state/intents.ts'
import { useJob } from '../../state/use-job.ts'
import { usePage } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { toast } from '../../ui/toast.tsx'
import { VerifyReport } from './verify-report.tsx'

/** What the menu asks, on any screen; without an open consultation there is nothing to verify. */
export function VerifyDialogs() {
  const [opened, show] = useState(false)
  const ask = useCallback(() => show(usePage.getState().workspace !== null), [])
  useIntent('help.verify', ask)
  return opened && <VerifyDialog onClose={() => show(false)} />
}

/** Reads everything of the open consultation again, and shows what it finds. */
function VerifyDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['verify', 'common'])
  const { value, share, failure, start, clear } = useJob<Verification>()
  const words = i18n.t.bind(i18n) as unknown as VerifyWords
  const verify = useCallback(() => start((job) => client['store.verify']({ job })), [start])
  useEffect(verify, [verify])
  const copy = (report: Verification) =>
    void navigator.clipboard
      .writeText(sayVerification(report, words).join('\n'))
      .then(() => toast(t('copied'), { tone: 'ok' }))
  const isRunning = share !== null
  return (
    <Dialog
      opened
      size="lg"
      title={t('dialogTitle')}
      onClose={onClose}
      actions={
        <>
          {value !== null && (
            <Button icon={<IconCopy size={16} aria-hidden />} onClick={() => copy(value)}>
              {t('copy')}
            </Button>
          )}
          {!isRunning && <Button onClick={verify}>{t(value === null ? 'start' : 'again')}</Button>}
          <Button look="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">
          <bdi>{t('intro')}</bdi>
        </p>
        {isRunning && <Progress label={t('running')} done={Math.round(share * 100)} total={100} onCancel={clear} />}
        {failure && <FailureNotice failure={failure} />}
        {!isRunning && value === null && failure === null && <p>{t('cancelled')}</p>}
        {value !== null && <VerifyReport report={value} words={words} />}
      </div>
    </Dialog>
  )
}
