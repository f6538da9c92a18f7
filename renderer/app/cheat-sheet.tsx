import { useTranslation } from 'react-i18next'
import { NOTE_KINDS } from '#shared/process/lists.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useKeyNames } from '../ui/kbd.tsx'
import { KEY_SCOPES, type KeyScope, keysOf } from './keymap.ts'

function ScopeKeys({ scope }: { scope: KeyScope }) {
  const { t } = useTranslation('shell')
  const names = useKeyNames()
  const label = (id: string) => t(`keys.${scope}.${id}` as 'keys.global.cheatSheet')
  return (
    <section>
      <h2>{t(`cheatSheet.scope.${scope}`)}</h2>
      <dl>
        {keysOf(scope).map(([id, keys]) => (
          <div key={id}>
            <dt>
              <kbd>{names(keys)}</kbd>
            </dt>
            <dd>{label(id)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const STANCE_SIGNS = [
  ['+', 'supports'],
  ['%', 'nuances'],
  ['_', 'opposes'],
] as const
const SCOPE_SIGNS = [
  ['=g', 'trend'],
  ['=r', 'specificity'],
  ['=q', 'undecided'],
] as const
const SIGNS = [
  ['/3 /abc', 'axis'],
  ['@abc', 'otherSpeaker'],
  ['#abc №abc', 'theme'],
  ['?', 'figure'],
  ['..', 'sensitive'],
] as const

/** What a note's own words can say of it, in the language of the page. */
function NoteSigns() {
  const { t } = useTranslation(['shell', 'capture', 'lists', 'common'])
  const letters = NOTE_KINDS.map((kind) => [`${t(`capture:kindLetter.${kind}`)}:`, kind] as const)
  const kinds = [['!', 'recommendation'], ['" «', 'quote'], ...letters] as const
  const rows = [
    ...kinds.map(([sign, kind]) => [sign, t(`lists:noteKind.${kind}`)] as const),
    ...STANCE_SIGNS.map(([sign, stance]) => [sign, t(`lists:stance.${stance}`)] as const),
    ...SCOPE_SIGNS.map(([sign, scope]) => [sign, t(`common:scope.${scope}`)] as const),
    ...SIGNS.map(([sign, key]) => [sign, t(`keys.capture.${key}`)] as const),
    ['\\', t('cheatSheet.plainSign')] as const,
  ]
  return (
    <section>
      <h2>{t('cheatSheet.signs')}</h2>
      <dl>
        {rows.map(([sign, words]) => (
          <div key={sign}>
            <dt>
              <kbd dir="ltr">{sign}</kbd>
            </dt>
            <dd className="sentence">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export interface CheatSheetProps {
  opened: boolean
  onClose: () => void
}

/** Every key on one page, made to be printed too. */
export function CheatSheet({ opened, onClose }: CheatSheetProps) {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('cheatSheet.title')}
      size="xl"
      actions={<Button onClick={() => window.print()}>{t('common:print')}</Button>}
    >
      <div className="cheat-sheet">
        {KEY_SCOPES.map((scope) => (
          <ScopeKeys key={scope} scope={scope} />
        ))}
        <NoteSigns />
      </div>
    </Dialog>
  )
}
