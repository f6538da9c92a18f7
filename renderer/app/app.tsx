import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheatSheet } from './cheat-sheet.tsx'
import { SCREENS, type Screens } from './destinations.tsx'
import { ErrorBoundary } from './error-screen.tsx'
import { ModeBar } from './mode-bar.tsx'
import { cyclePanes } from './panes.ts'
import { useShell } from './shell-model.ts'
import { StatusBar } from './status-bar.tsx'
import { useKeys } from './use-keys.ts'

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
  const { process, current, saving } = useShell()
  const [keysShown, showKeys] = useState(false)
  useWindowTitle()
  useKeys('global', {
    cheatSheet: () => showKeys(true),
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
    </div>
  )
}
