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

/** The files that one key has signed; one that nobody signed stands alone. */
interface Sending {
  readonly sender: Sender
  readonly files: readonly Sent[]
  readonly replaces: number
}

/** Senders whose files replace nothing need no answer: a few are shown, the others counted. */
const SHOWN = 3
/** Files of one sender named one by one. */
const NAMED = 3

function bySender(files: readonly Sent[]): readonly Sending[] {
  const groups = new Map<string, Sent[]>()
  for (const file of files) {
    const { key, state } = file.sender
    const id = key === null ? file.token : `${state} ${key}`
    groups.set(id, [...(groups.get(id) ?? []), file])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [
      { sender: first.sender, files: group, replaces: group.reduce((sum, { sender }) => sum + sender.replaces, 0) },
    ]
  })
}

function Unknown({ sender: { state, fingerprint }, files, replaces }: Sending) {
  const { t } = useTranslation('send')
  const language = useLanguage()
  const known = useSenders((all) => all.known)
  const isKnown = files.every(({ token }) => known.has(token))
  const said = known.get(files[0]?.token ?? '') ?? ''
  const more = files.length - NAMED
  const names = files.slice(0, NAMED).map(({ name }) => name)
  const say = (name: string | null) => {
    for (const { token } of files) sayKnown(token, name)
  }
  return (
    <li className="card send-sender" data-stopped={replaces > 0 && !isKnown}>
      <b>
        <bdi>{formatList(more > 0 ? [...names, t('sender.moreFiles', { count: more })] : names, language)}</bdi>
      </b>
      <p>{state === 'known' ? '' : t(`sender.state.${state}`)}</p>
      <p>{fingerprint === null ? t('sender.noFingerprint') : t('sender.same', { fingerprint })}</p>
      {replaces > 0 && <p>{t('sender.replaces', { count: replaces })}</p>}
      <label className="row">
        <input
          type="checkbox"
          checked={isKnown}
          onChange={({ currentTarget }) => say(currentTarget.checked ? '' : null)}
        />
        {fingerprint === null ? t('sender.knowUnsigned') : t('sender.know')}
      </label>
      {isKnown && fingerprint !== null && <TextField label={t('sender.name')} value={said} onChange={say} />}
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
  const unknown = bySender(sent.filter(({ sender }) => sender.state !== 'known'))
  const waiting = unknown.filter(({ sender, replaces }) => replaces > 0 || sender.state === 'changed')
  const others = unknown.filter((sending) => !waiting.includes(sending))
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
        {[...waiting, ...others.slice(0, SHOWN)].map((sending) => (
          <Unknown key={sending.files[0]?.token} {...sending} />
        ))}
      </ul>
      {others.length > SHOWN && <p className="quiet">{t('sender.more', { count: others.length - SHOWN })}</p>}
    </section>
  )
}
