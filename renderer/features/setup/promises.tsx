import { IconDeviceFloppy, IconShieldLock, IconUser, IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

const PROMISES = [
  ['nothingLost', IconDeviceFloppy],
  ['attribution', IconShieldLock],
  ['person', IconUser],
  ['offline', IconWifiOff],
] as const

/** What the program is, and what it promises, beside the first choices. */
export function Promises() {
  const { t } = useTranslation('setup')
  return (
    <aside className="setup-about" aria-label={t('about')} data-pane tabIndex={-1}>
      <div>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
      </div>
      <ul aria-label={t('promises')}>
        {PROMISES.map(([id, Icon]) => (
          <li key={id}>
            <Icon size={20} stroke={1.6} aria-hidden />
            <div>
              <b>{t(`promise.${id}.title`)}</b>
              <p className="quiet">{t(`promise.${id}.text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <small className="setup-foot">{t('foot')}</small>
    </aside>
  )
}
