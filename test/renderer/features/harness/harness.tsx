import '../../../../renderer/styles/styles.ts'
import { createRoot } from 'react-dom/client'
import { lendNonce, nonce } from '../../../../renderer/api/nonce.ts'
import { App } from '../../../../renderer/app/app.tsx'
import { ShellProvider } from '../../../../renderer/app/shell-model.ts'
import { Words } from '../../../../renderer/app/words.tsx'
import { CaptureView } from '../../../../renderer/features/capture/capture-view.tsx'
import { SetupView } from '../../../../renderer/features/setup/setup-view.tsx'
import { showWorkspace, usePage } from '../../../../renderer/state/workspace-store.ts'
import { UiProvider } from '../../../../renderer/ui/provider.tsx'
import { isLanguage } from '../../../../shared/i18n/languages.ts'
import { decodeTemplate } from '../../../../shared/process/decode-template.ts'
import type { Template } from '../../../../shared/process/template.ts'
import { aShell } from '../../gallery/a-shell.ts'
import { memoryBridge, openMemory } from './memory-node.ts'
import { lastSession, playScene } from './scene.ts'

/**
 * Any screen over the real core in memory: `?view=capture&theme=dark&dir=rtl&lang=es`. `notes` repeats the scene,
 * `process` names a template, `refuse` makes every writing fail with that code of the system.
 */
const asked = new URLSearchParams(location.search)
const language = asked.get('lang')
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light'

/** One entry per screen; a screen is shown in the frame it has in the program. */
const VIEWS = { setup: SetupView, capture: CaptureView, empty: CaptureView }

const FILES = import.meta.glob<{ default: unknown }>('../../../../resources/processes/*.json', { eager: true })
const templates = Object.values(FILES)
  .flatMap((file): Template[] => {
    const decoded = decodeTemplate(file.default)
    return decoded.ok ? [decoded.value] : []
  })
  .toSorted((a, b) => a.order - b.order)

function start() {
  const view = (asked.get('view') ?? 'capture') as keyof typeof VIEWS
  const wanted = asked.get('process') ?? (view === 'empty' ? 'blank' : '001')
  const template = templates.find(({ id }) => id === wanted)
  if (template === undefined) throw new Error(`No template ${wanted}`)
  const memory = openMemory(template, Date.now)
  if (view !== 'empty') playScene(memory, Number(asked.get('notes') ?? 1))
  const app = {
    version: '1.0.0',
    bundleFormat: 1,
    settings: {
      language: isLanguage(language) ? language : ('fr' as const),
      role: 'section' as const,
      appearance: 'system' as const,
    },
    consultations: asked.has('resume')
      ? [
          {
            id: memory.consultation,
            label: 'Deuxième Forum Mondial des Villes Intermédiaires',
            template: '001',
            sample: false,
            notes: 128,
            lastWritten: Date.UTC(2021, 4, 7, 15, 27),
          },
        ]
      : [],
    current: null,
  }
  const code = asked.get('refuse')
  const refusal = code === null ? {} : { refusal: { type: 'NotSaved', code } }
  localStorage.clear()
  localStorage.setItem(`rapporteur.session.${memory.consultation}`, lastSession(memory) ?? '')
  Object.assign(window, { rapporteur: memoryBridge({ app, templates, memory, ...refusal }) })
  usePage.setState({ app })
  if (view !== 'setup') showWorkspace(memory.workspace())
  return view
}

function Screens({ view }: { view: keyof typeof VIEWS }) {
  const settings = usePage((state) => state.app?.settings)
  const isOpen = usePage((state) => state.workspace !== null)
  const words = settings?.language ?? 'fr'
  const shell = aShell({
    language: words,
    ...(isOpen ? {} : { process: null, saving: { state: 'nothing' }, status: '' }),
  })
  return (
    <Words language={words}>
      <UiProvider nonce={nonce()} colours={theme}>
        <ShellProvider value={shell}>
          <App screens={{ setup: SetupView, capture: VIEWS[view] }} />
        </ShellProvider>
      </UiProvider>
    </Words>
  )
}

lendNonce()
document.documentElement.dir = asked.get('dir') ?? 'ltr'
const root = document.querySelector('#root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(<Screens view={start()} />)
