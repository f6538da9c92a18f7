import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileReport, Sender } from '#shared/contract/replies.ts'
import { formatList } from '#shared/i18n/format.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField, TextField } from '../../ui/field.tsx'
import { readFiles } from './merge-acts.ts'
import { useMerge } from './merge-store.ts'
import { givePassphrase, sayKnown, useSenders } from './sender-store.ts'

type Sent = FileReport & { readonly sender: Sender }

/** Senders whose files replace nothing need no answer: a few are shown, the others counted. */
const SHOWN = 3

function Unknown({ token, name, sender }: Sent) {
  const { t } = useTranslation('send')
  const said = useSenders(({ known }) => known.get(token))
  const { state, fingerprint, replaces } = sender
  return (
    <li className="card send-sender" data-stopped={replaces > 0 && said === undefined}>
      <b>
        <bdi>{name}</bdi>
      </b>
      <p>{state === 'known' ? '' : t(`sender.state.${state}`)}</p>
      <p>{fingerprint === null ? t('sender.noFingerprint') : t('sender.same', { fingerprint })}</p>
      {replaces > 0 && <p>{t('sender.replaces', { count: replaces })}</p>}
      <label className="row">
        <input
          type="checkbox"
          checked={said !== undefined}
          onChange={({ currentTarget }) => sayKnown(token, currentTarget.checked ? '' : null)}
        />
        {fingerprint === null ? t('sender.knowUnsigned') : t('sender.know')}
      </label>
      {said !== undefined && fingerprint !== null && (
        <TextField label={t('sender.name')} value={said} onChange={(words) => sayKnown(token, words)} />
      )}
    </li>
  )
}

function Locked({ token, name }: FileReport) {
  const { t } = useTranslation('send')
  const [passphrase, setPassphrase] = useState('')
  const open = () => {
    givePassphrase(token, passphrase)
    void readFiles(useMerge.getState().files)
  }
  return (
    <li className="card send-sender">
      <PasswordField label={t('sender.passphrase', { name })} value={passphrase} onChange={setPassphrase} />
      <div className="row">
        <span className="grow" />
        <Button size="small" disabled={passphrase === ''} onClick={open}>
          {t('sender.open')}
        </Button>
      </div>
    </li>
  )
}

const isSent = (file: FileReport): file is Sent => file.sender !== undefined
const isLocked = ({ failure }: FileReport): boolean =>
  failure?.type === 'FileLocked' || failure?.type === 'WrongPassphrase'

/** Who vouches for the files: those whom nobody here knows, to compare with them, and what is still locked. */
export function SendersList({ files }: { files: readonly FileReport[] }) {
  const { t } = useTranslation('send')
  const language = useLanguage()
  const sent = files.filter(isSent)
  const unknown = sent.filter(({ sender }) => sender.state !== 'known')
  const waiting = unknown.filter(({ sender }) => sender.replaces > 0 || sender.state === 'changed')
  const others = unknown.filter((file) => !waiting.includes(file))
  const locked = files.filter(isLocked)
  const names = [...new Set(sent.map(({ sender }) => sender.name).filter((name) => name !== ''))]
  if (unknown.length + locked.length + names.length === 0) return null
  return (
    <section aria-labelledby="merge-senders" className="stack">
      <h2 id="merge-senders" className="merge-heading row">
        <IconSignature size={18} aria-hidden />
        {t('sender.title')}
      </h2>
      {names.length > 0 && <p className="quiet">{t('sender.known', { names: formatList(names, language) })}</p>}
      <ul className="stack send-senders">
        {locked.map((file) => (
          <Locked key={file.token} {...file} />
        ))}
        {[...waiting, ...others.slice(0, SHOWN)].map((file) => (
          <Unknown key={file.token} {...file} />
        ))}
      </ul>
      {others.length > SHOWN && <p className="quiet">{t('sender.more', { count: others.length - SHOWN })}</p>}
    </section>
  )
}
