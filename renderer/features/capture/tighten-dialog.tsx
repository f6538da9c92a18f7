import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/model/record.ts'
import type { Level } from '#shared/privacy/levels.ts'
import { LEVELS } from '#shared/process/lists.ts'
import { type AnyFailure, edit } from '../../state/edits.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { useListWords } from '../../state/use-words.ts'

interface TightenDialogProps {
  session: Session
  level: Level
  opened: boolean
  onClose: () => void
}

function useTighten(session: string, onDone: () => void) {
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const tighten = async (level: number) => {
    const result = await edit({ type: 'level.tighten', records: [session], level })
    setFailure(result.ok ? null : result.failure)
    if (result.ok) onDone()
  }
  return { failure, tighten }
}

/** Holds the session to a stricter rule, after saying that it cannot be taken back. */
export function TightenDialog({ session, level, opened, onClose }: TightenDialogProps) {
  const { t } = useTranslation(['capture', 'common'])
  const words = useListWords()
  const stricter = LEVELS.filter((one) => one > level)
  const [picked, pick] = useState<string | null>(null)
  const { failure, tighten } = useTighten(session.id, onClose)
  const chosen = stricter.find((one) => String(one) === picked) ?? stricter[0]
  return (
    <Dialog
      opened={opened}
      title={t('tighten.title')}
      onClose={onClose}
      size="lg"
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="danger" disabled={chosen === undefined} onClick={() => chosen && void tighten(chosen)}>
            {t('tighten.confirm')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        <p>{t('tighten.explain')}</p>
        <RadioCards
          label={t('tighten.choose')}
          value={chosen === undefined ? null : String(chosen)}
          choices={stricter.map((one) => ({
            value: String(one),
            title: words('level', `${one}.name`),
            description: one === 6 ? t('band.nothing') : t('tighten.leaves', { what: words('level', `${one}.leaves`) }),
          }))}
          onChange={pick}
        />
      </div>
    </Dialog>
  )
}
