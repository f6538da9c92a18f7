import { type Language, preferredLanguage } from '#shared/i18n/languages.ts'
import { useState } from 'react'
import { nonce } from '../api/nonce.ts'
import { UiProvider } from '../ui/provider.tsx'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-screen.tsx'
import type { DestinationId } from './navigation.ts'
import { type ShellModel, ShellProvider } from './shell-model.ts'
import { Words } from './words.tsx'

/** The shell before anything is open: the language of the system, and no process. */
function useShellModel(): ShellModel {
  const [language, changeLanguage] = useState<Language>(() => preferredLanguage(navigator.languages))
  const [current, goTo] = useState<DestinationId>('capture')
  return {
    role: 'rapporteur',
    language,
    process: null,
    status: '',
    badges: {},
    saving: { state: 'nothing' },
    zoom: 1,
    current,
    goTo,
    changeLanguage,
  }
}

/** The page: its words, its components, its frame. */
export function Root() {
  const shell = useShellModel()
  return (
    <Words language={shell.language}>
      <UiProvider nonce={nonce()}>
        <ShellProvider value={shell}>
          <ErrorBoundary saved={shell.saving.state === 'saved'}>
            <App />
          </ErrorBoundary>
        </ShellProvider>
      </UiProvider>
    </Words>
  )
}
