import { useMemo } from 'react'
import { type Language, preferredLanguage } from '#shared/i18n/languages.ts'
import { client } from '../api/client.ts'
import { nonce } from '../api/nonce.ts'
import { useSaveState } from '../state/save.ts'
import { showSettings, usePage } from '../state/workspace-store.ts'
import { UiProvider } from '../ui/provider.tsx'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-screen.tsx'
import { useCurrentView } from './use-current-view.ts'
import { useLeaving } from './use-leaving.ts'
import { type ShellModel, ShellProvider } from './shell-model.ts'
import { isSafe, savingOf, useOpenProcess } from './use-shell-state.ts'
import { useOutsideFiles } from './use-outside-files.ts'
import { useStart } from './use-start.ts'
import { useZoom } from './use-zoom.ts'
import { Words } from './words.tsx'

async function changeLanguage(language: Language): Promise<void> {
  const saved = await client['settings.save']({ language })
  if (saved.ok) showSettings(saved.value)
}

function useShellModel(language: Language): ShellModel {
  const [current, goTo] = useCurrentView()
  const role = usePage((state) => state.app?.settings.role ?? 'rapporteur')
  const save = useSaveState()
  const open = useOpenProcess(language)
  const isOpen = open.process !== null
  const zoom = useZoom()
  return useMemo(
    () => ({
      ...open,
      role,
      language,
      saving: savingOf(save, isOpen, language),
      zoom,
      current,
      goTo,
      changeLanguage: (chosen) => void changeLanguage(chosen),
    }),
    [open, role, language, save, isOpen, zoom, current, goTo],
  )
}

function Shell({ language }: { language: Language }) {
  const shell = useShellModel(language)
  const appearance = usePage((state) => state.app?.settings.appearance ?? 'system')
  const isReady = useStart()
  useOutsideFiles(isReady, shell.goTo)
  useLeaving()
  return (
    <UiProvider nonce={nonce()} colours={appearance === 'system' ? 'auto' : appearance}>
      <ShellProvider value={shell}>
        <ErrorBoundary saved={isSafe(shell.saving)}>{isReady && <App />}</ErrorBoundary>
      </ShellProvider>
    </UiProvider>
  )
}

/** The page: its words, its components, its frame. */
export function Root() {
  const chosen = usePage((state) => state.app?.settings.language)
  const language = chosen ?? preferredLanguage(navigator.languages)
  return (
    <Words language={language}>
      <Shell language={language} />
    </Words>
  )
}
