import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '#shared/contract/backup-calls.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'

/** A file that left: what, when, to whom. */
export function SentLine({ entry: { at, kind, audience, name, to } }: { entry: RegisterEntry }) {
  const { t, i18n } = useTranslation('backup')
  const language = useLanguage()
  const what = i18n.exists(`backup:register.what.${kind}`) ? t(`register.what.${kind}` as 'register.what.backup') : kind
  const whom = audience === null ? '' : t(`register.audience.${audience}`)
  return (
    <div className="sent-line">
      <bdi>{name ?? t('register.unnamed')}</bdi>
      <small>
        <bdi>{[`${what} ${whom}`.trim(), dayAndTime(at, language)].join(', ')}</bdi>
      </small>
      {to !== '' && (
        <small>
          <bdi>{t('register.to', { to })}</bdi>
        </small>
      )}
    </div>
  )
}
