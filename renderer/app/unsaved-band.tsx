import { IconAlertTriangle, IconCopyCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { secondTime } from '../state/clock-time.ts'
import { useSaveState } from '../state/save.ts'
import { useLanguage } from '../state/use-words.ts'
import { retry } from '../state/writings.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useCopying } from './use-copying.ts'

/**
 * Shown for as long as the disk lacks words that were handed over: what is safe, since when and why the rest is not, and
 * the ways out.
 */
export function UnsavedBand() {
  const { t } = useTranslation(['common', 'failure'])
  const language = useLanguage()
  const save = useSaveState()
  const copying = useCopying()
  if (save.state !== 'not-saved' && save.state !== 'elsewhere') return null
  const isCopied = save.state === 'elsewhere'
  const Icon = isCopied ? IconCopyCheck : IconAlertTriangle
  return (
    <section className="unsaved-band" data-copied={isCopied} aria-label={t('unsaved.label')}>
      <Icon size={16} aria-hidden />
      <p role="alert">
        {isCopied ? (
          <bdi>
            <b>{t('unsaved.inCopy', { name: save.name, time: secondTime(save.at, language) })}</b>{' '}
            {t('unsaved.stillTrying')}
          </bdi>
        ) : (
          <bdi>
            <b>{t('unsaved.safe')}</b> {t('unsaved.since', { time: secondTime(save.since, language) })}{' '}
            {t('failure:NotSaved.what', { code: save.code, context: save.code })}{' '}
            <span className="unsaved-do">{t('unsaved.do', { context: save.code })}</span>
          </bdi>
        )}
      </p>
      <div className="row">
        <Button size="small" look="primary" onClick={() => void retry()}>
          {t('save.retry')}
        </Button>
        <Button size="small" disabled={copying.busy} onClick={() => copying.copy()}>
          {t('save.copy')}
        </Button>
      </div>
      {copying.failure && !copying.asksPassphrase && (
        <FailureNotice failure={copying.failure} onDismiss={copying.cancel} />
      )}
    </section>
  )
}
