import { useEffect, useState } from 'react'
import type { AppState, Settings, TemplateSummary } from '#shared/contract/replies.ts'
import { preferredLanguage } from '#shared/i18n/languages.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showApp, showSettings, usePage } from '../../state/workspace-store.ts'

type Choice = Partial<Pick<Settings, 'language'>> & { readonly role?: NonNullable<Settings['role']> }

export interface FirstChoices {
  readonly app: AppState | null
  readonly settings: Settings
  readonly templates: readonly TemplateSummary[]
  readonly failure: AnyFailure | null
  readonly dismiss: () => void
  /** Takes effect at once on the page, language included. */
  readonly save: (choice: Choice) => Promise<void>
}

/** What this computer already knows, and the choices that are kept for next time. Templates follow the language. */
export function useFirstChoices(): FirstChoices {
  const app = usePage((state) => state.app)
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([])
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const save = async (choice: Choice) => {
    const saved = await client['settings.save'](choice)
    setFailure(saved.ok ? null : (saved.failure as AnyFailure))
    if (!saved.ok) return
    showSettings(saved.value)
    if (choice.language !== undefined) setTemplates(await readTemplates())
  }
  useEffect(() => {
    const read = async () => {
      setFailure(await readApp())
      setTemplates(await readTemplates())
    }
    void read()
  }, [])
  const settings = app?.settings ?? unknownSettings()
  return { app, settings, templates, failure, dismiss: () => setFailure(null), save }
}

/** Notes may have been taken since the program started. */
async function readApp(): Promise<AnyFailure | null> {
  const app = await client['app.read']({})
  if (app.ok) showApp(app.value)
  return app.ok ? null : app.failure
}

async function readTemplates(): Promise<readonly TemplateSummary[]> {
  const list = await client['template.list']({})
  return list.ok ? list.value : []
}

const unknownSettings = (): Settings => ({
  language: preferredLanguage(navigator.languages),
  role: null,
  appearance: 'system',
  reminder: 'never',
})
