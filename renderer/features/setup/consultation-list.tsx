import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConsultationSummary } from '#shared/contract/replies.ts'
import { formatDay } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { dayOf } from '../../state/clock-time.ts'
import { Badge } from '../../ui/badge.tsx'
import { TemplateIcon } from './template-icon.tsx'

export interface ConsultationListProps {
  consultations: readonly ConsultationSummary[]
  /** Icon of the template each comes from. */
  iconOf: (template: string) => string
  language: Language
  onResume: (consultation: string) => void
}

/** What is already on this computer, the last one written first. */
export function ConsultationList({ consultations, iconOf, language, onResume }: ConsultationListProps) {
  const { t } = useTranslation('setup')
  const latestFirst = consultations.toSorted((a, b) => b.lastWritten - a.lastWritten)
  return (
    <section className="setup-resume" aria-labelledby="setup-resume">
      <h2 id="setup-resume" className="quiet">
        {t('start.resume')}
      </h2>
      <ul className="setup-lines">
        {latestFirst.map(({ id, label, template, sample, notes, lastWritten, locked }) => (
          <li key={id}>
            <button type="button" className="setup-line" onClick={() => onResume(id)}>
              {locked ? <IconLock size={16} aria-hidden /> : <TemplateIcon name={iconOf(template)} />}
              <span className="setup-name">
                <bdi>{locked ? t('consultation.locked') : label}</bdi>{' '}
                {sample && <Badge>{t('consultation.sample')}</Badge>}
              </span>
              {!locked && (
                <>
                  <small>{t('consultation.lastWritten', { when: formatDay(dayOf(lastWritten), language) })}</small>
                  <small className="setup-documents figures">{t('consultation.notes', { count: notes })}</small>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
