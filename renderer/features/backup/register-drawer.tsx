import { IconCopy } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '#shared/contract/backup-calls.ts'
import { client } from '../../api/client.ts'
import { formatList } from '#shared/i18n/format.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { registerText, type RegisterWords } from './register-text.ts'

function useRegister() {
  const [register, setRegister] = useState<readonly RegisterEntry[] | null>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  useEffect(() => {
    const list = async () => {
      const listed = await client['register.list']({})
      if (listed.ok) setRegister(listed.value)
      else setFailure(listed.failure)
    }
    void list()
  }, [])
  return { register, failure }
}

function useRegisterWords(): RegisterWords {
  const { t, i18n } = useTranslation(['backup', 'send'])
  const language = useLanguage()
  return useMemo(() => {
    const what = ({ kind, audience }: RegisterEntry): string => {
      const name = i18n.exists(`backup:register.what.${kind}`)
        ? t(`register.what.${kind}` as 'register.what.backup')
        : kind
      return kind === 'projection' && audience !== null ? `${name} (${t(`register.audience.${audience}`)})` : name
    }
    return {
      what,
      when: (at) => dayAndTime(at, language),
      notes: (count) => t('register.notes', { count }),
      how: ({ scope, locked }) => {
        const parts = scope.map((part) => t(`send:sender.part.${part}` as 'send:sender.part.axes'))
        return [
          ...(parts.length > 0 ? [t('send:sender.partial', { parts: formatList(parts, language) })] : []),
          ...(locked === null ? [] : [t(`send:locked.${locked}`)]),
        ]
      },
    }
  }, [t, i18n, language])
}

function Entry({ entry, words }: { entry: RegisterEntry; words: RegisterWords }) {
  const { t } = useTranslation('backup')
  const { at, name, notes, to, file } = entry
  return (
    <li className="card register-entry">
      <div>
        <b>{words.what(entry)}</b>
        <time dateTime={new Date(at).toISOString()} className="quiet">
          {words.when(at)}
        </time>
      </div>
      <p>
        <bdi>{name ?? t('register.unnamed')}</bdi>
        {notes !== null && <small>{words.notes(notes)}</small>}
      </p>
      {words.how(entry).length > 0 && <p>{words.how(entry).join(' · ')}</p>}
      {to !== '' && (
        <p>
          <bdi>{t('register.to', { to })}</bdi>
        </p>
      )}
      {file !== null && (
        <p className="register-digest">
          <small>{t('register.digest')}</small>
          <code dir="ltr">{file}</code>
        </p>
      )}
    </li>
  )
}

/** Every file that left for this process, the last first. */
export function RegisterDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('backup')
  const { register, failure } = useRegister()
  const words = useRegisterWords()
  const copy = () =>
    void navigator.clipboard
      .writeText(registerText(register ?? [], words))
      .then(() => toast(t('register.copied'), { tone: 'ok' }))
  return (
    <Drawer opened title={t('register.title')} onClose={onClose}>
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        <p className="quiet">{t('register.explain')}</p>
        {register?.length === 0 && <p>{t('register.empty')}</p>}
        {register !== null && register.length > 0 && (
          <div className="row">
            <Button size="small" icon={<IconCopy size={16} aria-hidden />} onClick={copy}>
              {t('register.copy')}
            </Button>
          </div>
        )}
        <ul className="stack register">
          {register?.map((entry) => (
            <Entry key={`${entry.at} ${entry.file ?? ''}`} entry={entry} words={words} />
          ))}
        </ul>
      </div>
    </Drawer>
  )
}
