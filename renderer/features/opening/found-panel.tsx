import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Found } from '#shared/contract/opening.ts'
import { ask } from '../../state/intents.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFoundWords } from './found-words.ts'

interface FoundProps {
  found: readonly Found[]
  onUnderstood: () => void
}

/** What may be said first of what opening found. */
const safeOf = (found: readonly Found[]): 'all' | 'last' | 'lost' => {
  if (found.some(({ type }) => type === 'Lost')) return 'lost'
  return found.some(({ type }) => type === 'LastUnreadable') ? 'last' : 'all'
}

/** What opening found, told over the screen without holding it up: first what is safe. */
export function FoundPanel({ found, onUnderstood }: FoundProps) {
  const { t } = useTranslation('opening')
  const words = useFoundWords()
  const safe = safeOf(found)
  return (
    <section className="opening-band" data-tone={safe === 'all' ? 'ok' : 'warn'} aria-label={t('label')}>
      <IconShieldCheck size={16} aria-hidden />
      <output className="grow">
        <b>
          <bdi>{t(`safe.${safe}`)}</bdi>
        </b>
        {found.map((one) => (
          <span key={one.type}>
            <bdi>{words(one)}</bdi>
          </span>
        ))}
      </output>
      <Button size="small" onClick={onUnderstood}>
        {t('understood')}
      </Button>
    </section>
  )
}

/** Some writings are gone: what to do about it is a person's choice, and waiting is one. */
export function LostDialog({ found, onUnderstood }: FoundProps) {
  const { t } = useTranslation('opening')
  const words = useFoundWords()
  const [opened, setOpened] = useState(true)
  const lost = found.find((one) => one.type === 'Lost')
  if (lost?.type !== 'Lost') return null
  const leave = () => {
    setOpened(false)
    onUnderstood()
  }
  const go = (command: 'backup.restore' | 'versions.open') => {
    leave()
    ask(command)
  }
  return (
    <Dialog
      opened={opened}
      title={t('lost.title', { count: lost.writings })}
      onClose={() => setOpened(false)}
      size="lg"
      actions={
        <>
          <Button onClick={() => go('backup.restore')}>{t('lost.restore')}</Button>
          <Button onClick={() => go('versions.open')}>{t('lost.versions')}</Button>
          <Button look="primary" data-autofocus onClick={leave}>
            {t('lost.continue')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          <bdi>
            <b>{t('safe.lost')}</b> {words(lost)}
          </bdi>
        </p>
        <p>
          <bdi>
            {t('lost.kept')} {t('lost.choose')}
          </bdi>
        </p>
        <details>
          <summary>{t('lost.show')}</summary>
          <ul className="opening-files" aria-label={t('lost.files')}>
            {lost.files.map((file) => (
              <li key={file} dir="ltr">
                {file}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </Dialog>
  )
}
