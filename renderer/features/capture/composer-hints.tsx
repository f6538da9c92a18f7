import { useTranslation } from 'react-i18next'
import { KEYMAP } from '../../app/keymap.ts'
import { Kbd } from '../../ui/kbd.tsx'

const { commit, stance, scope } = KEYMAP.capture
/** Signs are typed as they are; keys have names in each language. */
const HINTS = [
  ['commit', commit, true],
  ['speaker', '@', false],
  ['theme', '#', false],
  ['recommendation', '!', false],
  ['quote', '"', false],
  ['stance', stance, true],
  ['scope', scope, true],
] as const

export function ComposerHints() {
  const { t } = useTranslation('capture')
  return (
    <ul className="composer-hints">
      {HINTS.map(([id, keys, named]) => (
        <li key={id}>
          {named ? <Kbd keys={keys} /> : <kbd dir="ltr">{keys}</kbd>} {t(`hint.${id}`)}
        </li>
      ))}
    </ul>
  )
}
