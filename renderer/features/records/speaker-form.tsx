import './records.css'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { isKind, type Session, type Speaker } from '#shared/model/record.ts'
import { CATEGORIES, GENDERS } from '#shared/process/lists.ts'
import { newId } from '../../state/new-id.ts'
import { useRecords, useStanding, useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { NumberField, SelectField, TextField } from '../../ui/field.tsx'
import { SectionMark, toShape } from '../../ui/section-mark.tsx'
import { askToErase } from '../../state/erasing.ts'
import { RecordDialog } from './record-dialog.tsx'
import { isNobody, type SpeakerAnswers, speakerAnswers, speakerCommand } from './speaker-values.ts'
import { useFormDraft } from './use-form-draft.ts'
import { useSaving } from './use-saving.ts'

export interface SpeakerFormProps {
  session: Session
  /** The speaker to correct; a new one is added without it. */
  speaker?: string
  onSaved?: (speaker: string) => void
  onClose: () => void
}

interface PartProps {
  answers: SpeakerAnswers
  change: (values: Partial<SpeakerAnswers>) => void
}

/** In the list, what is `null` in the records: people who speak for no section, gender that nobody stated. */
const NONE = 'none'
const SPEAKS_FOR = ['self', 'delegation', 'collective', 'working-group'] as const

function Identity({ answers, change, error }: PartProps & { error: string | null }) {
  const { t } = useTranslation('records')
  const organisations = useStanding('organisation')
  const list = useId()
  return (
    <>
      <div className="record-row">
        <TextField
          first
          label={t('speaker.givenName')}
          value={answers.givenName}
          onChange={(givenName) => change({ givenName })}
        />
        <TextField label={t('speaker.name')} value={answers.name} onChange={(name) => change({ name })} error={error} />
        <TextField
          label={t('speaker.sortKey')}
          placeholder={answers.name}
          value={answers.sortKey}
          onChange={(sortKey) => change({ sortKey })}
        />
      </div>
      <TextField
        label={t('speaker.function')}
        value={answers.function}
        onChange={(words) => change({ function: words })}
      />
      <TextField
        label={t('speaker.organisation')}
        hint={t('speaker.organisationHint')}
        list={list}
        value={answers.organisation}
        onChange={(organisation) => change({ organisation })}
      />
      <datalist id={list}>
        {organisations.map(({ id, f }) => (
          <option key={id}>{f.name}</option>
        ))}
      </datalist>
    </>
  )
}

function Descriptors({ answers, change }: PartProps) {
  const { t } = useTranslation(['records', 'lists'])
  const { lists } = useWorkspace()
  const categories = lists['categories'] ?? CATEGORIES
  return (
    <div className="record-row">
      <SelectField
        label={t('speaker.category')}
        value={answers.category}
        onChange={(category) => change({ category })}
        choices={categories.map((value) => ({ value, label: t(`lists:category.${value}` as 'lists:category.other') }))}
        clearable
      />
      <SelectField
        label={t('speaker.gender')}
        value={answers.gender ?? NONE}
        onChange={(gender) => change({ gender: gender === NONE ? null : gender })}
        choices={[
          { value: NONE, label: t('speaker.genderNone') },
          ...GENDERS.map((value) => ({ value, label: t(`lists:gender.${value}`) })),
        ]}
      />
    </div>
  )
}

function SpeaksFor({ answers, change }: PartProps) {
  const { t, i18n } = useTranslation(['records', 'lists'])
  const regions = useStanding('region', answers.region)
  const markOf = (id: string) =>
    id === NONE ? null : SectionMark({ shape: toShape(regions.find((region) => region.id === id)?.f.shape) })
  return (
    <div className="record-row">
      {regions.length > 0 && (
        <SelectField
          label={t('speaker.region')}
          hint={t('speaker.regionHint')}
          value={answers.region ?? NONE}
          onChange={(region) => change({ region: region === NONE ? null : region })}
          choices={[
            ...regions.map((region) => ({ value: region.id, label: labelOf(region, i18n.language) })),
            { value: NONE, label: t('speaker.regionNone') },
          ]}
          iconOf={markOf}
        />
      )}
      <SelectField
        label={t('speaker.speaksFor')}
        value={answers.speaksFor}
        onChange={(value) => change({ speaksFor: SPEAKS_FOR.find((one) => one === value) ?? 'self' })}
        choices={SPEAKS_FOR.map((value) => ({ value, label: t(`lists:speaksFor.${value}`) }))}
      />
      {answers.speaksFor !== 'self' && (
        <NumberField label={t('speaker.size')} value={answers.size} min={1} onChange={(size) => change({ size })} />
      )}
    </div>
  )
}

function usePlace(session: string, speaker: Speaker | undefined) {
  const others = useRecords('speaker').filter(({ f }) => f.session === session)
  const organisations = useStanding('organisation').map(({ id, f }) => ({ id, name: f.name ?? '' }))
  return { session, speaker, others, organisations }
}

/** The way to « Retirer une personne », for someone who asks that nothing name them any more. */
function Remove({ person, onClose }: { person: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('erasure')
  if (person === undefined) return null
  const remove = () => {
    onClose()
    askToErase(person)
  }
  return (
    <Button look="quiet" onClick={remove}>
      {t('fromForm')}
    </Button>
  )
}

/** Someone who takes the floor, as far as they are known. */
export function SpeakerForm({ session, speaker: id, onSaved, onClose }: SpeakerFormProps) {
  const { t } = useTranslation('records')
  const { records } = useWorkspace()
  const record = id === undefined ? undefined : records.get(id)
  const speaker = record !== undefined && isKind(record, 'speaker') ? record : undefined
  const place = usePlace(session.id, speaker)
  const saving = useSaving()
  const draft = useFormDraft(`speaker ${session.id}`, speaker?.id ?? null, () =>
    speakerAnswers(records, speaker, session),
  )
  const { answers, change } = draft
  const [asked, ask] = useState(false)
  const submit = () => {
    ask(true)
    if (isNobody(answers)) return
    const command = { ...speakerCommand(answers, place, newId), speaker: draft.record }
    saving.save(command, () => {
      draft.forget()
      onSaved?.(command.speaker)
      onClose()
    })
  }
  return (
    <RecordDialog
      title={t(speaker ? 'speaker.edit' : 'speaker.new')}
      {...(speaker ? {} : { verb: t('speaker.create') })}
      saving={saving}
      draft={draft}
      aside={<Remove person={speaker?.f.person} onClose={onClose} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Identity answers={answers} change={change} error={asked && isNobody(answers) ? t('speaker.empty') : null} />
      <Descriptors answers={answers} change={change} />
      <SpeaksFor answers={answers} change={change} />
    </RecordDialog>
  )
}
