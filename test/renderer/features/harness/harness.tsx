import '../../../../renderer/styles/styles.ts'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { lendNonce, nonce } from '../../../../renderer/api/nonce.ts'
import { App } from '../../../../renderer/app/app.tsx'
import type { DestinationId } from '../../../../renderer/app/navigation.ts'
import { ShellProvider } from '../../../../renderer/app/shell-model.ts'
import { Words } from '../../../../renderer/app/words.tsx'
import { ask } from '../../../../renderer/state/intents.ts'
import { MENU_COMMANDS } from '../../../../shared/contract/menu-command.ts'
import { showWorkspace, usePage } from '../../../../renderer/state/workspace-store.ts'
import { UiProvider } from '../../../../renderer/ui/provider.tsx'
import { isLanguage } from '../../../../shared/i18n/languages.ts'
import { decodeTemplate } from '../../../../shared/process/decode-template.ts'
import type { Template } from '../../../../shared/process/template.ts'
import { aShell } from '../../gallery/a-shell.ts'
import { openForum } from './forum.ts'
import { memoryBridge, openMemory } from './memory-node.ts'
import { playOpenEvening } from './open-evening.ts'
import { lastSession, playScene } from './scene.ts'

/**
 * Any screen over the real core in memory: `?view=capture&theme=dark&dir=rtl&lang=es`. `notes` repeats the scene,
 * `open-evening` leaves its last session to be closed, `forum` plays the sample instead, `process` names a template, `refuse` makes every writing fail with that code of the system, `ask` names
 * a command of the menu, `stopped` how many minutes ago everything stopped by itself.
 */
const asked = new URLSearchParams(location.search)
const language = asked.get('lang')
const theme = (asked.get('theme') ?? asked.get('colours')) === 'dark' ? 'dark' : 'light'

/** A screen of the program in its frame; `empty` is the capture screen of a process where nothing was done yet. */
type View = DestinationId | 'setup' | 'empty'

const FILES = import.meta.glob<{ default: unknown }>('../../../../resources/processes/*.json', { eager: true })
const templates = Object.values(FILES)
  .flatMap((file): Template[] => {
    const decoded = decodeTemplate(file.default)
    return decoded.ok ? [decoded.value] : []
  })
  .toSorted((a, b) => a.order - b.order)

function start() {
  const view = (asked.get('view') ?? 'capture') as View
  const wanted = asked.get('process') ?? (view === 'empty' ? 'blank' : '001')
  const template = templates.find(({ id }) => id === wanted)
  if (template === undefined) throw new Error(`No template ${wanted}`)
  const memory = asked.has('forum') ? openForum(template, Date.now) : openMemory(template, Date.now)
  if (view !== 'empty' && !asked.has('forum')) playScene(memory, Number(asked.get('notes') ?? 1))
  if (asked.has('open-evening')) playOpenEvening(memory)
  const app = {
    version: '1.0.0',
    bundleFormat: 1,
    settings: {
      language: isLanguage(language) ? language : ('fr' as const),
      role: 'section' as const,
      appearance: 'system' as const,
      reminder: asked.has('reminder') ? ('day' as const) : ('never' as const),
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
            ...(asked.has('locked') && { label: '', notes: 0, locked: true as const }),
          },
        ]
      : [],
    current: null,
  }
  const code = asked.get('refuse')
  const locked = asked.has('locked')
  const refusal = code === null ? {} : { refusal: { type: 'NotSaved', code } }
  Object.assign(window, { rapporteur: memoryBridge({ app, templates, memory, locked, ...refusal }) })
  usePage.setState({ app })
  const place = { capture: { session: lastSession(memory) ?? null, lines: {}, languages: [] } }
  const leftAt = Date.now() - Number(asked.get('stopped') ?? 0) * 60_000
  const drafts = [{ key: 'place', text: JSON.stringify(place), at: leftAt }]
  const found = asked.has('stopped') ? [{ type: 'NotClosed' as const, lastWriting: leftAt }] : []
  if (view !== 'setup') showWorkspace({ ...memory.workspace(), drafts, found })
  const command = MENU_COMMANDS.find((known) => known === asked.get('ask'))
  if (command !== undefined) ask(command)
  return view
}

function Screens({ view }: { view: View }) {
  const settings = usePage((state) => state.app?.settings)
  const isOpen = usePage((state) => state.workspace !== null)
  const [current, goTo] = useState<DestinationId>(view === 'empty' || view === 'setup' ? 'capture' : view)
  const words = settings?.language ?? 'fr'
  const nothing = { process: null, saving: { state: 'nothing' }, status: '' } as const
  const shell = aShell({ language: words, current, goTo, ...(isOpen ? {} : nothing) })
  return (
    <Words language={words}>
      <UiProvider nonce={nonce()} colours={theme}>
        <ShellProvider value={shell}>
          <App />
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
