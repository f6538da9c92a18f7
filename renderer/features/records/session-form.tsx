import './records.css'
import { IconClipboardList } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { LIST_ORDERS } from '#shared/model/kinds.ts'
import type { Session } from '#shared/model/record.ts'
import { levelOfConsultation } from '#shared/privacy/levels.ts'
import { dayOf } from '../../state/clock-time.ts'
import { useStanding, useWorkspace } from '../../state/use-workspace.ts'
import { askForPaste } from '../../state/paste-asked.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { SessionSources } from '../sources/session-sources.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { answersOf, HEARINGS, type Hearing, mistakesOf, type SessionAnswers, sessionValues } from './session-values.ts'
import { useFormDraft } from './use-form-draft.ts'
import { useSaving } from './use-saving.ts'

export interface SessionFormProps {
  /** The session to correct; a new one is opened without it. */
  session?: Session
  onSaved?: (session: string) => void
  onClose: () => void
}

interface PartProps {
  answers: SessionAnswers
  change: (values: Partial<SessionAnswers>) => void
  isWrong: (mistake: ReturnType<typeof mistakesOf>[number]) => boolean
}

const MODES = ['on-site', 'online', 'hybrid'] as const
const SCALES = ['global', 'regional', 'thematic', 'stakeholder', 'local'] as const
const today = () => dayOf(Date.now())

function WhenAndWhere({ answers, change, isWrong }: PartProps) {
  const { t } = useTranslation(['records', 'lists'])
  return (
    <>
      <TextField
        first
        label={t('session.label')}
        value={answers.label}
        onChange={(label) => change({ label })}
        error={isWrong('untitled') && t('session.untitled')}
      />
      <div className="record-row">
        <TextField type="date" label={t('session.date')} value={answers.date} onChange={(date) => change({ date })} />
        <TextField
          type="time"
          label={t('session.start')}
          value={answers.start}
          onChange={(start) => change({ start })}
        />
        <TextField
          type="time"
          label={t('session.end')}
          value={answers.end}
          onChange={(end) => change({ end })}
          error={isWrong('badDates') && t('session.badDates')}
        />
      </div>
      <div className="record-row">
        <SelectField
          label={t('session.mode')}
          value={answers.mode}
          onChange={(mode) => change({ mode })}
          choices={MODES.map((value) => ({ value, label: t(`lists:mode.${value}`) }))}
          clearable
        />
        <TextField label={t('session.place')} value={answers.place} onChange={(place) => change({ place })} />
        <SelectField
          label={t('session.listOrder')}
          value={answers.listOrder}
          onChange={(listOrder) => change({ listOrder: listOrder ?? 'name' })}
          choices={LIST_ORDERS.map((value) => ({ value, label: t(`lists:listOrder.${value}`) }))}
        />
      </div>
    </>
  )
}

function Scope({ answers, change, isWrong }: PartProps) {
  const { t, i18n } = useTranslation(['records', 'lists'])
  const [regions, axes] = [useStanding('region', answers.region), useStanding('axis')]
  const toggle = (id: string, chosen: boolean) =>
    change({ axes: chosen ? [...answers.axes, id] : answers.axes.filter((one) => one !== id) })
  return (
    <>
      <div className="record-row">
        <SelectField
          label={t('session.scale')}
          value={answers.scale}
          onChange={(scale) => change({ scale })}
          choices={SCALES.map((value) => ({ value, label: t(`lists:scale.${value}`) }))}
        />
        {answers.scale === 'regional' && (
          <SelectField
            label={t('session.region')}
            value={answers.region}
            onChange={(region) => change({ region })}
            choices={regions.map((region) => ({ value: region.id, label: labelOf(region, i18n.language) }))}
            error={isWrong('regionNeeded') && t('session.regionNeeded')}
          />
        )}
      </div>
      {axes.length > 0 && (
        <fieldset className="record-axes">
          <legend>{t('session.axes')}</legend>
          {axes.map((axis) => (
            <label key={axis.id}>
              <input
                type="checkbox"
                checked={answers.axes.includes(axis.id)}
                onChange={(event) => toggle(axis.id, event.currentTarget.checked)}
              />
              <bdi>{labelOf(axis, i18n.language)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

function WhoHears({ answers, change, isWrong }: PartProps) {
  const { t } = useTranslation(['records', 'lists'])
  const imposed = levelOfConsultation(useWorkspace().records)
  const loosest = answers.audience === null ? 6 : HEARINGS[answers.audience]
  return (
    <>
      <RadioCards
        label={t('level.question')}
        hint={isWrong('levelNeeded') ? <span className="danger">{t('level.needed')}</span> : t('level.hint')}
        value={answers.audience}
        choices={(Object.keys(HEARINGS) as Hearing[]).map((value) => ({
          value,
          title: t(`level.${value}.name`),
          description: t(`level.${value}.text`),
        }))}
        onChange={(audience) => change({ audience })}
      />
      {imposed > loosest && (
        <p className="warn">
          {t('level.process', { level: t(`lists:level.${imposed}.name` as 'lists:level.1.name') })}
        </p>
      )}
      <TextField
        label={`${t('level.basis')} (${t('optional')})`}
        hint={t('level.basisHint')}
        value={answers.basis}
        onChange={(basis) => change({ basis })}
      />
    </>
  )
}

/** What came with a session that is open: its programme, its sources. */
function OfSession({ session }: { session: string }) {
  const { t } = useTranslation('paste')
  return (
    <>
      <Button icon={<IconClipboardList size={16} aria-hidden />} onClick={() => askForPaste(session)}>
        {t('open')}
      </Button>
      <SessionSources session={session} />
    </>
  )
}

/** Opens a session, with the rule that will hold for what is said; or corrects one, whose rule changes elsewhere. */
export function SessionForm({ session, onSaved, onClose }: SessionFormProps) {
  const { t } = useTranslation('records')
  const saving = useSaving()
  const draft = useFormDraft('session', session?.id ?? null, () => answersOf(session, today()))
  const { answers, record } = draft
  const [asked, ask] = useState(false)
  const mistakes = mistakesOf(answers, session === undefined)
  const submit = () => {
    ask(true)
    if (mistakes.length > 0) return
    saving.save({ type: 'record.save', kind: 'session', record, set: sessionValues(answers, session) }, () => {
      draft.forget()
      onSaved?.(record)
      onClose()
    })
  }
  const part: PartProps = {
    answers,
    change: draft.change,
    isWrong: (mistake) => asked && mistakes.includes(mistake),
  }
  return (
    <RecordDialog
      title={t(session ? 'session.edit' : 'session.new')}
      {...(session ? {} : { verb: t('session.create') })}
      saving={saving}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <WhenAndWhere {...part} />
      <Scope {...part} />
      {session ? <OfSession session={session.id} /> : <WhoHears {...part} />}
    </RecordDialog>
  )
}
