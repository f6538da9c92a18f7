import { useTranslation } from 'react-i18next'
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
      </div>
    </Dialog>
  )
}
