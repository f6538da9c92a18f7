import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sent, TrustState } from '#shared/contract/send-calls.ts'
import { useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextField } from '../../ui/field.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { Table } from '../../ui/table.tsx'
import { leavingCounts, type LeavingCounts } from './leaving-counts.ts'
import { SendCheck } from './send-check.tsx'
import { FIRST, isChosen, orderOf, RECIPIENTS, scopeOf, type SendForm } from './send-form.ts'
import { SendLock } from './send-lock.tsx'
import { SendScope } from './send-scope.tsx'
import { useSending, useTrust } from './use-sending.ts'

function Leaving({ counts, isCircle }: { counts: LeavingCounts; isCircle: boolean }) {
  const { t } = useTranslation('send')
  const words = useListWords()
  const { byLevel, leaving, withheld, outside, syntheses } = counts
  return (
    <section aria-labelledby="send-leaves" className="stack">
      <h3 id="send-leaves">{t('leaves', { count: leaving })}</h3>
      {byLevel.length > 0 && (
        <div className="card merge-table">
          <Table
            caption={t('leaves', { count: leaving })}
            rows={byLevel}
            keyOf={({ level }) => String(level)}
            columns={[
              { id: 'level', header: t('rule'), names: true, cell: ({ level }) => words('level', `${level}.name`) },
              {
                id: 'leaves',
                header: t('what'),
                cell: ({ level }) => (isCircle ? t('everything') : words('level', `${level}.leaves`)),
              },
              { id: 'count', header: t('notes'), numeric: true, cell: ({ count }) => count },
            ]}
          />
        </div>
      )}
      {syntheses > 0 && <p className="quiet">{t('syntheses', { count: syntheses })}</p>}
      {outside > 0 && <p className="quiet">{t('outside', { count: outside })}</p>}
      <p className="quiet">{withheld === 0 ? t('noneKept') : t('kept', { count: withheld })}</p>
      <p className="quiet">{t('never')}</p>
    </section>
  )
}

function Done({ sent }: { sent: Sent }) {
  const { t } = useTranslation('send')
  return (
    <output className="merge-note ok">
      <IconCircleCheck size={20} aria-hidden />
      <span>
        {t('done', { count: sent.notes, name: sent.name })} {sent.withheld > 0 && t('kept', { count: sent.withheld })}
        <small>{t('doneFingerprint', { fingerprint: sent.fingerprint })}</small>
      </span>
    </output>
  )
}

interface ChoicesProps {
  form: SendForm
  trust: TrustState | null
  counts: LeavingCounts
  onChange: (change: Partial<SendForm>) => void
  onMakeKey: () => void
}

function Choices({ form, trust, counts, onChange, onMakeKey }: ChoicesProps) {
  const { t } = useTranslation('send')
  return (
    <>
      <RadioCards
        label={t('to')}
        value={form.recipient}
        choices={RECIPIENTS.map((value) => ({
          value,
          title: t(`recipient.${value}.name`),
          description: t(`recipient.${value}.text`),
        }))}
        onChange={(recipient) => onChange({ recipient })}
      />
      <TextField label={t('for')} hint={t('forHint')} value={form.to} onChange={(to) => onChange({ to })} />
      <SendScope form={form} onChange={onChange} />
      <SendLock form={form} trust={trust} onChange={onChange} onMakeKey={onMakeKey} />
      {isChosen(form) ? (
        <Leaving counts={counts} isCircle={form.recipient === 'circle'} />
      ) : (
        <p className="quiet">{t('extent.none')}</p>
      )}
    </>
  )
}

/** One gesture to go back, one to go on. */
function Gestures({ back, onBack, onward, onOnward, disabled }: GesturesProps) {
  return (
    <>
      <Button onClick={onBack}>{back}</Button>
      <Button look="primary" disabled={disabled} onClick={onOnward}>
        {onward}
      </Button>
    </>
  )
}

interface GesturesProps {
  back: string
  onBack: () => void
  onward: string
  onOnward: () => void
  disabled: boolean
}

/** Says what will leave, then shows the very file, before anything does. */
export function SendDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['send', 'common'])
  const { records } = useWorkspace()
  const [form, setForm] = useState<SendForm>(FIRST)
  const { failure, prepared, sent, busy, prepare, send, change, showFailure } = useSending()
  const { trust, makeKey } = useTrust(showFailure)
  const update = (changed: Partial<SendForm>) => setForm((former) => ({ ...former, ...changed }))
  const counts = useMemo(() => leavingCounts(records, scopeOf(form)), [records, form])
  const order = orderOf(form, trust !== null && trust.recipient !== null)
  const isEmpty = counts.leaving === 0 && counts.syntheses === 0
  const choosing = {
    back: t('common:cancel'),
    onBack: onClose,
    onward: busy ? t('preparing') : t('prepare'),
    disabled: busy || order === null || isEmpty,
    onOnward: () => order !== null && void prepare(order),
  }
  const checking = {
    back: t('back'),
    onBack: change,
    onward: t('send'),
    disabled: busy,
    onOnward: () => void send(form.to),
  }
  const close = (
    <Button look="primary" onClick={onClose}>
      {t('common:close')}
    </Button>
  )
  const actions = sent !== null ? close : <Gestures {...(prepared === null ? choosing : checking)} />
  return (
    <Dialog opened size="lg" title={t('title')} onClose={onClose} actions={actions}>
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        {sent !== null && <Done sent={sent} />}
        {sent === null && prepared !== null && <SendCheck prepared={prepared} />}
        {sent === null && prepared === null && (
          <Choices {...{ form, trust, counts }} onChange={update} onMakeKey={() => void makeKey()} />
        )}
      </div>
    </Dialog>
  )
}
