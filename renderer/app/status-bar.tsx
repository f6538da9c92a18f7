import { formatPercent } from '#shared/i18n/format.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/i18n/languages.ts'
import { IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { Menu } from '../ui/menu.tsx'
import { SaveState } from '../ui/save-state.tsx'
import { SharedScreenButton } from './shared-screen-button.tsx'
import { useShell } from './shell-model.ts'

function LanguageMenu() {
  const { t } = useTranslation('shell')
  const { language, changeLanguage } = useShell()
  const name = LANGUAGE_NAMES[language]
  return (
    <Menu
      trigger={
        <button type="button" className="status-button" aria-label={t('status.language', { language: name })}>
          {name}
        </button>
      }
      entries={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id], onSelect: () => changeLanguage(id) }))}
    />
  )
}

export function StatusBar() {
  const { t } = useTranslation('shell')
  const { process, status, saving, zoom, language } = useShell()
  const percent = formatPercent(zoom, language)
  return (
    <footer className="status" aria-label={t('status.label')} data-pane tabIndex={-1}>
      <SaveState saving={saving} />
      {process?.sample && <Badge>{t('status.sample')}</Badge>}
      <span className="status-line">
        <bdi>{status}</bdi>
      </span>
      {process && <SharedScreenButton />}
      <span className="status-offline">
        <IconWifiOff size={14} aria-hidden />
        <span className="status-words">{t('status.offline')}</span>
      </span>
      <LanguageMenu />
      <span>
        <bdi aria-hidden>{percent}</bdi>
        <span className="visually-hidden">{t('status.zoom', { zoom: percent })}</span>
      </span>
    </footer>
  )
}
