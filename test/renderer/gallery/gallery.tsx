import '../../../renderer/styles/styles.ts'
import { createRoot } from 'react-dom/client'
import { isLanguage } from '../../../shared/i18n/languages.ts'
import { lendNonce, nonce } from '../../../renderer/api/nonce.ts'
import { App } from '../../../renderer/app/app.tsx'
import { ShellProvider } from '../../../renderer/app/shell-model.ts'
import { Words } from '../../../renderer/app/words.tsx'
import { UiProvider } from '../../../renderer/ui/provider.tsx'
import { Controls } from './controls.tsx'
import { DemoScreen, FallenScreen } from './demo-screen.tsx'
import { aShell } from './a-shell.ts'
import { Marks } from './marks.tsx'

lendNonce()

const asked = new URLSearchParams(location.search)
const colours = asked.get('colours') === 'dark' ? 'dark' : 'light'
const language = asked.get('lang')
const words = isLanguage(language) ? language : 'fr'
document.documentElement.dir = asked.get('dir') ?? 'ltr'
/** The frame listens to the native menu: here, one that nobody opens. */
Object.assign(window, { rapporteur: { on: () => () => undefined } })

const frame = () => {
  const screens = { capture: DemoScreen, review: FallenScreen }
  return (
    <ShellProvider
      value={aShell({ current: asked.get('screen') === 'fallen' ? 'review' : 'capture', language: words })}
    >
      <App screens={screens} />
    </ShellProvider>
  )
}

const SCENES = { frame, controls: () => <Controls />, marks: () => <Marks /> }
const scene = SCENES[asked.get('scene') as keyof typeof SCENES]

const root = document.querySelector('#root')
if (!root) throw new Error('The page has no root')
createRoot(root, { onCaughtError: () => undefined }).render(
  <Words language={words}>
    <UiProvider nonce={nonce()} colours={colours}>
      {scene()}
    </UiProvider>
  </Words>,
)
