import { Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheatSheet } from './cheat-sheet.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { BackupReminder } from '../features/backup/backup-reminder.tsx'
import { BackupDialogs } from '../features/backup/backup-dialogs.tsx'
import { FormDialogs } from '../features/form/form-dialogs.tsx'
import { DiagnosticDialogs } from '../features/diagnostics/diagnostic-dialog.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { VersionsDialogs } from '../features/versions/versions-dialogs.tsx'
import { ErasureBand } from '../features/erasure/erasure-band.tsx'
import { ErasureDialogs } from '../features/erasure/erasure-dialogs.tsx'
import { TableDialogs } from '../features/merge/table-dialogs.tsx'
import { PasteDialogs } from '../features/merge/paste/paste-dialogs.tsx'
import { SourceDialogs } from '../features/sources/source-dialogs.tsx'
import { VerifyDialogs } from '../features/verify/verify-dialog.tsx'
import { SCREENS, type Screens } from './destinations.tsx'
import { ErrorBoundary } from './error-screen.tsx'
import { OpeningBand } from '../features/opening/opening-band.tsx'
import { retry } from '../state/writings.ts'
import { toast } from '../ui/toast.tsx'
import { ModeBar } from './mode-bar.tsx'
import { cyclePanes } from './panes.ts'
import { useShell } from './shell-model.ts'
import { isSafe } from './use-shell-state.ts'
import { StatusBar } from './status-bar.tsx'
import { UnsavedBand } from './unsaved-band.tsx'
import { useDiskLow } from './use-disk-low.ts'
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
  const sayingSaved = 'at' in saving && saving.state !== 'elsewhere' ? saving.at : null
  const confirmSaved = useCallback(() => {
    if (sayingSaved === null) void retry()
    else toast(t('status.alreadySaved', { time: sayingSaved }), { tone: 'ok' })
  }, [t, sayingSaved])
  useWindowTitle()
  useHistory()
  useDiskLow()
  useMenu({ goTo, openKeys, openSettings, confirmSaved })
  useKeys('global', {
    cheatSheet: openKeys,
    nextPane: () => cyclePanes(1),
    previousPane: () => cyclePanes(-1),
    closeSession: () => {
      if (process) goTo('closing')
    },
  })
  const shown = process ? current : 'setup'
  const Screen = screens[shown]
  return (
    <div className="frame" data-setup={!process}>
      {process && <ModeBar />}
      <main className="view">
        {process && <OpeningBand />}
        {process && current === 'dashboard' && <BackupReminder />}
        {process && current === 'merge' && <ErasureBand />}
        <ErrorBoundary key={shown} saved={isSafe(saving)}>
          <Suspense fallback={<output>{t('loading')}</output>}>{Screen && <Screen />}</Suspense>
        </ErrorBoundary>
        <UnsavedBand />
      </main>
      <StatusBar />
      <CheatSheet opened={keysShown} onClose={() => showKeys(false)} />
      <BackupDialogs />
      <VersionsDialogs />
      <VerifyDialogs />
      <ErasureDialogs />
      <TableDialogs />
      <PasteDialogs />
      <FormDialogs />
      <SourceDialogs />
      <DiagnosticDialogs />
      <CopyDialog />
      <SettingsDialog opened={settingsShown} onClose={() => showSettings(false)} />
    </div>
  )
}
