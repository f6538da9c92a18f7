import './diagnostics.css'
import { IconCopy } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { useIntent } from '../../state/intents.ts'
import { useJob } from '../../state/use-job.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { toast } from '../../ui/toast.tsx'

/** What the menu asks, on any screen, with or without an open consultation. */
export function DiagnosticDialogs() {
  const [opened, show] = useState(false)
  const ask = useCallback(() => show(true), [])
  useIntent('help.diagnostic', ask)
  return opened && <DiagnosticDialog onClose={() => show(false)} />
}

const aboutPage = () => ({
  scale: Math.round(devicePixelRatio * 100),
  languages: [...navigator.languages].slice(0, 20),
})

function useSaving() {
  const { t } = useTranslation('diagnostics')
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const save = async () => {
    const saved = await client['diagnostic.save']({})
    setFailure(saved.ok ? null : (saved.failure as AnyFailure))
    if (saved.ok && saved.value !== null) toast(t('saved', { name: saved.value.name }), { tone: 'ok' })
  }
  return { failure, save: () => void save() }
}

/** The whole diagnostic file, read by the person before it exists. */
function DiagnosticDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['diagnostics', 'common'])
  const { value, share, failure, start, clear } = useJob<{ readonly text: string }>()
  const saving = useSaving()
  const make = useCallback(() => start((job) => client['diagnostic.preview']({ job, ...aboutPage() })), [start])
  useEffect(make, [make])
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => toast(t('copied'), { tone: 'ok' }))
  const told = failure ?? saving.failure
  const isRunning = share !== null
  return (
    <Dialog
      opened
      size="xl"
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          {value !== null && (
            <Button icon={<IconCopy size={16} aria-hidden />} onClick={() => copy(value.text)}>
              {t('copy')}
            </Button>
          )}
          {!isRunning && value === null && <Button onClick={make}>{t('again')}</Button>}
          <Button onClick={onClose}>{t('common:close')}</Button>
          {value !== null && (
            <Button look="primary" onClick={saving.save}>
              {t('save')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <p className="quiet">
          <bdi>{t('intro')}</bdi>
        </p>
        {isRunning && <Progress label={t('making')} done={Math.round(share * 100)} total={100} onCancel={clear} />}
        {told && <FailureNotice failure={told} />}
        {!isRunning && value === null && failure === null && <p>{t('cancelled')}</p>}
        {value !== null && (
          // Scrolled with the arrow keys, so it takes the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls
          <section className="diagnostic-text" tabIndex={0} aria-label={t('text')}>
            <pre dir="auto">{value.text}</pre>
          </section>
        )}
      </div>
    </Dialog>
  )
}
