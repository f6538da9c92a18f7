import '../../../../renderer/styles/styles.ts'
import { createRoot } from 'react-dom/client'
import { lendNonce, nonce } from '../../../../renderer/api/nonce.ts'
import { App } from '../../../../renderer/app/app.tsx'
import { ShellProvider } from '../../../../renderer/app/shell-model.ts'
import { Words } from '../../../../renderer/app/words.tsx'
import { showWorkspace } from '../../../../renderer/state/workspace-store.ts'
import { UiProvider } from '../../../../renderer/ui/provider.tsx'
import { isLanguage } from '../../../../shared/i18n/languages.ts'
import sample from '../../../../resources/samples/forum.json'
import template from '../../../../resources/processes/001.json'
import { aShell } from '../../gallery/a-shell.ts'
import { divergeFrom, openSample } from './sample-core.ts'
import { sampleNode, workspaceOf } from './sample-node.ts'
import { noteTwice } from './sample-twice.ts'

/** Review and merge over the sample: `?view=merge&theme=dark&dir=rtl&lang=es&slow=400&unsettled&twice`. */
const asked = new URLSearchParams(location.search)
const language = asked.get('lang')
const words = isLanguage(language) ? language : 'fr'
const current = asked.get('view') === 'merge' ? 'merge' : 'review'

const open = openSample(template, sample)
divergeFrom(open)
const twice = asked.has('twice') ? noteTwice(open) : new Set<string>()
Object.assign(window, { rapporteur: sampleNode(open, { slow: Number(asked.get('slow') ?? 0), twice }) })
if (asked.has('unsettled')) await window.rapporteur.send('bundle.merge', { files: ['1'], job: 'first', settle: [] })
showWorkspace(workspaceOf(open))

lendNonce()
document.documentElement.dir = asked.get('dir') ?? 'ltr'
const root = document.querySelector('#root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(
  <Words language={words}>
    <UiProvider nonce={nonce()} colours={asked.get('theme') === 'dark' ? 'dark' : 'light'}>
      <ShellProvider value={aShell({ language: words, current })}>
        <App />
      </ShellProvider>
    </UiProvider>
  </Words>,
)
