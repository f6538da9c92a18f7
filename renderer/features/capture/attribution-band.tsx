import { IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isKind, type Session } from '#shared/model/record.ts'
import { levelOfSession } from '#shared/privacy/levels.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { useListWords } from '../../state/use-words.ts'
import { useCapture } from './capture-store.ts'
import { leavingOf, type Leaving } from './leaving-words.ts'
import { TightenDialog } from './tighten-dialog.tsx'

function useSentence(): (leaving: Leaving) => string {
  const words = useListWords()
  return ({ category, section, ...written }) => {
    const said = Object.values(written)
    const general = [
      category === undefined ? '' : words('attribution', `category.${category}`),
      section === undefined ? '' : words('attribution', `section.${section}`),
    ]
    // Names and functions are a list; category and section are one sentence.
    return said.length > 0 ? said.join(', ') : general.filter(Boolean).join(' ')
  }
}

/** The rule that was announced, and the very words that will leave of whoever speaks now. */
export function AttributionBand({ session }: { session: Session }) {
  const { t } = useTranslation('capture')
  const { records } = useWorkspace()
  const [asked, ask] = useState(false)
  const current = useCapture((state) => state.line.speaker)
  const record = current === null ? undefined : records.get(current)
  const speaker = record !== undefined && isKind(record, 'speaker') ? record : undefined
  const level = levelOfSession(records, session)
  const name = useListWords()('level', `${level}.name`)
  const leaving = useSentence()(leavingOf(records, speaker, level, session.f.region))
  const words = leaving || t('band.spoken')
  return (
    <section className="attribution-band" aria-label={t('band.label')}>
      <IconShieldLock size={16} aria-hidden />
      <p>
        <bdi>
          <b>{t('band.rule', { level: name })}</b> {level === 6 ? t('band.nothing') : t('band.leaves', { words })}
        </bdi>
      </p>
      {level < 6 && (
        <Button look="quiet" size="small" onClick={() => ask(true)}>
          {t('band.tighten')}
        </Button>
      )}
      <TightenDialog session={session} level={level} opened={asked} onClose={() => ask(false)} />
    </section>
  )
}
