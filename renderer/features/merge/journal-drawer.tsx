import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '#shared/contract/backup-calls.ts'
import type { ImportEntry } from '#shared/contract/replies.ts'
import { formatList } from '#shared/i18n/format.ts'
import { client } from '../../api/client.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { journalOf, type JournalEntry, type JournalFilter } from './journal-entries.ts'
import { LookDialog } from './look-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { SentLine } from './sent-line.tsx'

interface Registers {
  readonly imports: readonly ImportEntry[]
  readonly sent: readonly RegisterEntry[]
}

async function readRegisters(): Promise<Registers | AnyFailure> {
  const [imports, sent] = await Promise.all([client['import.list']({}), client['register.list']({})])
  if (!imports.ok) return imports.failure
  return sent.ok ? { imports: imports.value, sent: sent.value } : sent.failure
}

function useRegisters() {
  const [registers, setRegisters] = useState<Registers | null>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const show = useCallback((answer: Registers | AnyFailure) => {
    if ('type' in answer) setFailure(answer)
    else setRegisters(answer)
  }, [])
  useEffect(() => void readRegisters().then(show), [show])
  return { registers, failure, read: () => readRegisters().then(show) }
}

/** Files named one by one: beyond, the report names them all. */
const FILES_NAMED = 6

interface ReceivedProps {
  entry: ImportEntry
  onLook: () => void
  onReport: () => void
}

function Received({ entry, onLook, onReport }: ReceivedProps) {
  const { t } = useTranslation(['consolidation', 'merge'])
  const language = useLanguage()
  const { at, files, withdrawn } = entry
  const when = dayAndTime(at, language)
  return (
    <li className="card journal-entry">
      <div className="row">
        <Badge tone="accent">{t('register.received')}</Badge>
        <b>
          <time dateTime={new Date(at).toISOString()}>{when}</time>
        </b>
        {withdrawn && <Badge tone="warn">{t('merge:journal.isWithdrawn')}</Badge>}
      </div>
      <ul>
        {files.slice(0, FILES_NAMED).map(({ name, sections, notes }) => (
          <li key={name}>
            <bdi>{name}</bdi>
            <small>
              {[formatList(sections, language), t('merge:journal.notes', { count: notes })].filter(Boolean).join(', ')}
            </small>
          </li>
        ))}
      </ul>
      {files.length > FILES_NAMED && <p>{t('register.files', { count: files.length })}</p>}
      <div className="merge-actions">
        <Button size="small" onClick={onReport}>
          {t('register.report')}
          <span className="visually-hidden"> {when}</span>
        </Button>
        <Button size="small" look={withdrawn ? 'plain' : 'danger'} onClick={onLook}>
          {t(withdrawn ? 'merge:journal.restore' : 'merge:journal.withdraw')}
          <span className="visually-hidden"> {when}</span>
        </Button>
      </div>
    </li>
  )
}

function Sent({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation(['consolidation', 'merge'])
  return (
    <li className="card journal-entry">
      <div className="row">
        <Badge>{t('register.sent')}</Badge>
        {entry.notes !== null && <small>{t('merge:journal.notes', { count: entry.notes })}</small>}
      </div>
      <SentLine entry={entry} />
    </li>
  )
}

type Shown = { readonly look: ImportEntry } | { readonly report: ImportEntry } | null

const keyOf = ({ type, entry }: JournalEntry): string => `${type} ${entry.at} ${'id' in entry ? entry.id : entry.file}`

interface ListProps {
  registers: Registers
  onShow: (shown: Shown) => void
}

function Entries({ registers: { imports, sent }, onShow }: ListProps) {
  const { t } = useTranslation('consolidation')
  const [filter, setFilter] = useState<JournalFilter>('all')
  const entries = journalOf(imports, sent, filter)
  return (
    <>
      <Segmented<JournalFilter>
        label={t('register.show')}
        value={filter}
        segments={[
          { value: 'all', label: t('register.all') },
          { value: 'received', label: t('register.received') },
          { value: 'sent', label: t('register.sent') },
        ]}
        onChange={setFilter}
      />
      {entries.length === 0 && <p>{t('register.empty')}</p>}
      <ul className="stack">
        {entries.map((one) =>
          one.type === 'sent' ? (
            <Sent key={keyOf(one)} entry={one.entry} />
          ) : (
            <Received
              key={keyOf(one)}
              entry={one.entry}
              onLook={() => onShow({ look: one.entry })}
              onReport={() => onShow({ report: one.entry })}
            />
          ),
        )}
      </ul>
    </>
  )
}

/** Everything that came in and went out, and the way to look at it again, to file it or to take it out. */
export function JournalDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['consolidation', 'merge'])
  const { registers, failure, read } = useRegisters()
  const [shown, setShown] = useState<Shown>(null)
  const back = () => setShown(null)
  const turned = () => void read().then(back)
  if (shown !== null && 'report' in shown) return <ReportDialog id={shown.report.id} onClose={back} />
  if (shown !== null)
    return <LookDialog entry={shown.look} withdrawn={shown.look.withdrawn} onClose={back} onTurned={turned} />
  return (
    <Drawer opened title={t('merge:journal.title')} onClose={onClose}>
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        <p className="quiet">{t('register.explain')}</p>
        {registers && <Entries registers={registers} onShow={setShown} />}
      </div>
    </Drawer>
  )
}
