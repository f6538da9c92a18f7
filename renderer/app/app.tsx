import { Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheatSheet } from './cheat-sheet.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { SCREENS, type Screens } from './destinations.tsx'
import { ErrorBoundary } from './error-screen.tsx'
import { toast } from '../ui/toast.tsx'
import { ModeBar } from './mode-bar.tsx'
import { cyclePanes } from './panes.ts'
import { useShell } from './shell-model.ts'
import { StatusBar } from './status-bar.tsx'
import { useHistory } from './use-history.ts'
import { useKeys } from './use-keys.ts'
import { useMenu } from './use-menu.ts'

function useWindowTitle() {
  const { t } = useTranslation('shell')
  const { process } = useShell()
  useEffect(() => {
    document.title = process ? t(process.sample ? 'sampleTitle' : 'title', { process: process.title }) : 'Rapporteur'
  }, [t, process])
}

/** The frame: destinations at the start, the current screen, the state of the work at the bottom. */
export function App({ screens = SCREENS }: { screens?: Screens }) {
  const { t } = useTranslation('shell')
  const { process, current, saving, goTo } = useShell()
  const [keysShown, showKeys] = useState(false)
  const [settingsShown, showSettings] = useState(false)
  const openKeys = useCallback(() => showKeys(true), [])
  const openSettings = useCallback(() => showSettings(true), [])
  const sayingSaved = saving.state === 'saved' ? saving.at : null
  const confirmSaved = useCallback(() => {
    if (sayingSaved !== null) toast(t('status.alreadySaved', { time: sayingSaved }), { tone: 'ok' })
  }, [t, sayingSaved])
  useWindowTitle()
  useHistory()
  useMenu({ goTo, openKeys, openSettings, confirmSaved })
  useKeys('global', {
    cheatSheet: openKeys,
    nextPane: () => cyclePanes(1),
    previousPane: () => cyclePanes(-1),
  })
  const shown = process ? current : 'setup'
  const Screen = screens[shown]
  return (
    <div className="frame" data-setup={!process}>
      {process && <ModeBar />}
      <main className="view">
        <ErrorBoundary key={shown} saved={saving.state === 'saved' || saving.state === 'nothing'}>
          <Suspense fallback={<output>{t('loading')}</output>}>{Screen && <Screen />}</Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar />
      <CheatSheet opened={keysShown} onClose={() => showKeys(false)} />
      <SettingsDialog opened={settingsShown} onClose={() => showSettings(false)} />
    </div>
  )
}
