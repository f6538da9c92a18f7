import type { RefCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type BackPreview, CHANGES_SHOWN, type Version } from '#shared/contract/version-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import type { Job } from '../../state/use-job.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ChangeList } from './change-list.tsx'
import { useReasonWords } from './version-words.ts'

/** What going back would do, in sentences. */
function useSentences(): (preview: BackPreview) => readonly string[] {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  return ({ notes, kinds, withdrawn, restored, staying, stricter }) => {
    const { added = 0, changed = 0, away = 0 } = kinds['note'] ?? {}
    return [
      t('back.notes', { now: notes.now, count: notes.after }),
      changed > 0 && t('back.changed', { count: changed }),
      added > 0 && t('back.added', { count: added }),
      away > 0 && t('back.away', { count: away }),
      withdrawn.length > 0 && t('back.withdrawn', { count: withdrawn.length, files: formatList(withdrawn, language) }),
      restored.length > 0 && t('back.restored', { count: restored.length, files: formatList(restored, language) }),
      staying > 0 && t('back.staying', { count: staying }),
      stricter > 0 && t('back.stricter', { count: stricter }),
    ].filter((sentence) => sentence !== false)
  }
}

/** Whether going back would change nothing at all. */
const isNothing = ({ changes, withdrawn, restored }: BackPreview): boolean =>
  changes.length + withdrawn.length + restored.length === 0

type ToldProps = { preview: BackPreview } & Pick<BackPaneProps, 'isBusy' | 'button' | 'onBack'>

function Told({ preview, isBusy, button, onBack }: ToldProps) {
  const { t } = useTranslation('versions')
  const sentencesOf = useSentences()
  if (isNothing(preview)) return <p>{t('back.nothing')}</p>
  const { changes } = preview
  return (
    <>
      <ul className="back-told">
        {sentencesOf(preview).map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
      <div className="back-promise">
        <p>{t('back.promise')}</p>
        <Button ref={button} look="primary" disabled={isBusy} onClick={onBack}>
          {t('back.do')}
        </Button>
      </div>
      <h3>{t('back.changes')}</h3>
      <ChangeList changes={changes} />
      {changes.length === CHANGES_SHOWN && <p className="quiet">{t('back.more', { count: CHANGES_SHOWN })}</p>}
    </>
  )
}

export interface BackPaneProps {
  version: Version
  look: Job<BackPreview>
  onCancel: () => void
  isBusy: boolean
  onBack: () => void
  /** Takes the focus when one comes here from the list. */
  button: RefCallback<HTMLButtonElement>
}

/** One state: what it is, and what going back to it would do, before it is done. */
export function BackPane({ version, look, onCancel, ...going }: BackPaneProps) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const reasonOf = useReasonWords()
  return (
    <section className="back-pane" aria-label={t('back.title')} aria-busy={look.share !== null}>
      <h2>
        <bdi>{reasonOf(version)}</bdi>
      </h2>
      <p className="quiet">
        <bdi>{dayAndTime(version.at, language)}</bdi>
      </p>
      {look.share !== null && (
        <Progress label={t('back.reading')} done={Math.round(look.share * 100)} total={100} onCancel={onCancel} />
      )}
      {look.failure && <FailureNotice failure={look.failure} />}
      {look.value && <Told preview={look.value} {...going} />}
    </section>
  )
}
