import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sent } from '#shared/contract/send-calls.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextField } from '../../ui/field.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { Table } from '../../ui/table.tsx'
import { leavingCounts, type LeavingCounts } from './leaving-counts.ts'

const RECIPIENTS = ['section', 'secretariat', 'public', 'circle'] as const
type Recipient = (typeof RECIPIENTS)[number]

/** Within the circle everything goes, with its history; outside, each note what its rule lets out. */
const orderFor = (recipient: Recipient) =>
  recipient === 'circle'
    ? ({ kind: 'complete', audience: 'section' } as const)
    : ({ kind: 'projection', audience: recipient } as const)

function useSending() {
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (recipient: Recipient, to: string) => {
    setBusy(true)
    const result = await client['bundle.send']({ ...orderFor(recipient), to })
    setBusy(false)
    setFailure(result.ok ? null : (result.failure as AnyFailure))
    if (result.ok) setSent(result.value)
  }
  return { failure, sent, busy, send }
}

function Leaving({ counts, recipient }: { counts: LeavingCounts; recipient: Recipient }) {
  const { t } = useTranslation('merge')
  const words = useListWords()
  const { byLevel, leaving, withheld } = counts
  return (
    <section aria-labelledby="send-leaves" className="stack">
      <h3 id="send-leaves">{t('send.leaves', { count: leaving })}</h3>
      <div className="card merge-table">
        <Table
          caption={t('send.leaves', { count: leaving })}
          rows={byLevel}
          keyOf={({ level }) => String(level)}
          columns={[
            { id: 'level', header: t('send.rule'), names: true, cell: ({ level }) => words('level', `${level}.name`) },
            {
              id: 'leaves',
              header: t('send.what'),
              cell: ({ level }) => (recipient === 'circle' ? t('send.everything') : words('level', `${level}.leaves`)),
            },
            { id: 'count', header: t('files.notes'), numeric: true, cell: ({ count }) => count },
          ]}
        />
      </div>
      <p className="quiet">{withheld === 0 ? t('send.noneKept') : t('send.kept', { count: withheld })}</p>
      <p className="quiet">{t('send.never')}</p>
    </section>
  )
}

/** Says what will leave before anything does. */
export function SendDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['merge', 'common'])
  const { records } = useWorkspace()
  const [recipient, setRecipient] = useState<Recipient>('secretariat')
  const [to, setTo] = useState('')
  const counts = useMemo(() => leavingCounts(records), [records])
  const { failure, sent, busy, send } = useSending()
  const actions =
    sent === null ? (
      <>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="primary" disabled={busy || counts.leaving === 0} onClick={() => void send(recipient, to)}>
          {t('send.send')}
        </Button>
      </>
    ) : (
      <Button look="primary" onClick={onClose}>
        {t('common:close')}
      </Button>
    )
  return (
    <Dialog opened size="lg" title={t('send.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        {sent !== null ? (
          <output className="merge-note ok">
            <IconCircleCheck size={20} aria-hidden />
            <span>
              {t('send.done', { count: sent.notes, name: sent.name })}{' '}
              {sent.withheld > 0 && t('send.kept', { count: sent.withheld })}
            </span>
          </output>
        ) : (
          <>
            <RadioCards
              label={t('send.to')}
              value={recipient}
              choices={RECIPIENTS.map((value) => ({
                value,
                title: t(`send.recipient.${value}.name`),
                description: t(`send.recipient.${value}.text`),
              }))}
              onChange={setRecipient}
            />
            <TextField label={t('send.for')} hint={t('send.forHint')} value={to} onChange={setTo} />
            <Leaving counts={counts} recipient={recipient} />
          </>
        )}
      </div>
    </Dialog>
  )
}
