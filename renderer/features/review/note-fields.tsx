import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { QUOTE_STATES, STANCES } from '#shared/model/kinds.ts'
import { labelOf } from '#shared/model/label.ts'
import { isDoubtful } from '#shared/evidence/doubt.ts'
import { members } from '#shared/model/record.ts'
import { NOTE_KINDS, RECOMMENDATION_CLASSES } from '#shared/process/lists.ts'
import { shortLabel, speakerBehind, voiceOfNote } from '../../state/record-words.ts'
import { useSomeone } from '../../state/someone.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { SelectField } from '../../ui/field.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { DraftArea } from './draft-area.tsx'
import { RegionName } from './region-name.tsx'
import type { ReviewEntry } from './review-entry.ts'
import { chooseThemesOf } from './review-store.ts'
import { useActs } from './use-acts.ts'
import { useAxes, useSpeakers } from './use-programme.ts'

export interface NotePartProps {
  entry: ReviewEntry
}

const kindIcon = (kind: string) => <KindIcon kind={kind} />

function KindAndAxis({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('review')
  const [{ lists }, words, language, axes] = [useWorkspace(), useListWords(), useLanguage(), useAxes()]
  const { change } = useActs()
  return (
    <>
      <SelectField
        label={t('part.kind')}
        value={note.f.noteKind ?? null}
        choices={(lists['noteKinds'] ?? NOTE_KINDS).map((value) => ({ value, label: words('noteKind', value) }))}
        iconOf={kindIcon}
        onChange={(noteKind) => noteKind !== null && void change([note.id], { set: { noteKind } })}
      />
      <SelectField
        label={t('part.axis')}
        value={note.f.axis ?? null}
        choices={axes.map((axis) => ({ value: axis.id, label: shortLabel(axis, language) }))}
        onChange={(axis) => axis !== null && void change([note.id], { set: { axis } })}
      />
    </>
  )
}

function Speaker({ entry: { note, region } }: NotePartProps) {
  const { t } = useTranslation(['review', 'voices'])
  const { records } = useWorkspace()
  const someone = useSomeone()
  const speakers = useSpeakers(note.f.session)
  const { change } = useActs()
  const voice = voiceOfNote(records, note)
  const choices = speakers.map((speaker) => ({
    value: speaker.id,
    label: someone(speaker).join(', '),
  }))
  return (
    <>
      <SelectField
        label={t('panel.speaker')}
        value={speakerBehind(speakers, voice)?.id ?? null}
        placeholder={someone(voice, note.f.session).join(', ')}
        choices={choices}
        searchable
        clearable
        // Whoever says who it was is sure.
        onChange={(speaker) => void change([note.id], { speaker, set: { doubtful: null } })}
      />
      {isDoubtful(note) && (
        <p className="note-settle warn">
          <span>{t('voices:doubtful.explain')}</span>
          <Button size="small" onClick={() => void change([note.id], { set: { doubtful: null } })}>
            {t('voices:doubtful.settle')}
          </Button>
        </p>
      )}
      {region !== null && (
        <div className="note-line">
          <span>{t('part.region')}</span>
          <span className="row">
            <RegionName region={region} />
            <small>{t(voice === undefined ? 'panel.bySession' : 'panel.byOrganisation')}</small>
          </span>
        </div>
      )}
    </>
  )
}

function Figure({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('closing')
  const { change } = useActs()
  return (
    <p className="note-settle warn">
      <span>{t('doubt.figure')}</span>
      <Button size="small" onClick={() => void change([note.id], { set: { toCheck: null } })}>
        {t('confirm.figure')}
      </Button>
    </p>
  )
}

function Stance({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('review')
  const words = useListWords()
  const { change } = useActs()
  return (
    <div className="note-line">
      <span>{t('part.stance')}</span>
      <Segmented
        label={t('part.stance')}
        value={note.f.stance ?? 'none'}
        segments={(['none', ...STANCES] as const).map((value) => ({ value, label: words('stance', value) }))}
        onChange={(value) => void change([note.id], { set: { stance: value === 'none' ? null : value } })}
      />
    </div>
  )
}

function Recommendation({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('review')
  const [{ lists }, words] = [useWorkspace(), useListWords()]
  const { change } = useActs()
  const classes = lists['recommendationClasses'] ?? RECOMMENDATION_CLASSES
  return (
    <>
      <SelectField
        label={t('panel.class')}
        value={note.f.recommendationClass ?? null}
        choices={classes.map((value) => ({ value, label: words('recommendationClass', value) }))}
        clearable
        onChange={(recommendationClass) => void change([note.id], { set: { recommendationClass } })}
      />
      <DraftArea
        line
        draftKey={`note ${note.id} addressee`}
        label={t('panel.addressee')}
        value={note.f.addressee ?? ''}
        onCommit={(value) => change([note.id], { set: { addressee: value.trim() || null } })}
      />
    </>
  )
}

function Quote({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('review')
  const words = useListWords()
  const { change } = useActs()
  return (
    <SelectField
      label={t('panel.quote')}
      value={note.f.quoteState ?? 'to-review'}
      choices={QUOTE_STATES.map((value) => ({ value, label: words('quoteState', value) }))}
      onChange={(value) => {
        const quoteState = QUOTE_STATES.find((state) => state === value)
        if (quoteState !== undefined) void change([note.id], { set: { quoteState } })
      }}
    />
  )
}

function Sets({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('review')
  const [{ records }, language, words] = [useWorkspace(), useLanguage(), useListWords()]
  const { change } = useActs()
  const capitals = members(note, 'capital')
  return (
    <>
      {capitals.length > 0 && (
        <div className="note-line">
          <span>{t('field.capital')}</span>
          <span className="note-chips">
            {capitals.map((capital) => (
              <Chip key={capital}>{words('capital', capital)}</Chip>
            ))}
          </span>
        </div>
      )}
      <div className="note-line">
        <span>{t('panel.themes')}</span>
        <span className="note-chips">
          {members(note, 'theme').map((id) => {
            const label = labelOf(records.get(id), language)
            return (
              <Chip
                key={id}
                onRemove={() => void change([note.id], { removeThemes: [id] })}
                removeLabel={t('panel.removeTheme', { theme: label })}
              >
                #{label}
              </Chip>
            )
          })}
          <Chip icon={<IconPlus size={14} aria-hidden />} onClick={() => chooseThemesOf([note.id])}>
            <span className="visually-hidden">{t('panel.addTheme')}</span>
          </Chip>
        </span>
      </div>
    </>
  )
}

/** Everything a note says beside its text, each changed where it is read. */
export function NoteFields({ entry }: NotePartProps) {
  const { noteKind, toCheck } = entry.note.f
  return (
    <div className="note-part note-fields">
      <KindAndAxis entry={entry} />
      <Speaker entry={entry} />
      <Stance entry={entry} />
      {toCheck === true && <Figure entry={entry} />}
      {noteKind === 'recommendation' && <Recommendation entry={entry} />}
      {noteKind === 'quote' && <Quote entry={entry} />}
      <Sets entry={entry} />
    </div>
  )
}
