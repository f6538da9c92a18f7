import { useEffect, useState } from 'react'
import type { AppState, Settings, TemplateSummary } from '#shared/contract/replies.ts'
import { preferredLanguage } from '#shared/i18n/languages.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showApp, showSettings, usePage } from '../../state/workspace-store.ts'

export interface FirstChoices {
  readonly app: AppState | null
  readonly settings: Settings
  readonly templates: readonly TemplateSummary[]
  readonly failure: AnyFailure | null
  /** Takes effect at once on the page, language included. */
  readonly save: (change: Partial<Pick<Settings, 'language'>> & { role?: NonNullable<Settings['role']> }) => void
}

/** What this computer already knows, and the choices that are kept for next time. Templates follow the language. */
export function useFirstChoices(): FirstChoices {
  const app = usePage((state) => state.app)
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([])
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const settings = app?.settings ?? {
    language: preferredLanguage(navigator.languages),
    role: null,
    appearance: 'system' as const,
  }
  useEffect(() => {
    // Notes may have been taken since the program started.
    void client['app.read']({}).then((read) => (read.ok ? showApp(read.value) : setFailure(read.failure as AnyFailure)))
  }, [])
  useEffect(() => {
    void client['template.list']({}).then((list) => list.ok && setTemplates(list.value))
  }, [settings.language])
  return {
    app,
    settings,
    templates,
    failure,
    save: (change) =>
      void client['settings.save'](change).then((saved) => {
        setFailure(saved.ok ? null : (saved.failure as AnyFailure))
        if (saved.ok) showSettings(saved.value)
      }),
  }
}
