import { useTranslation } from 'react-i18next'
import type {
  ParticipantCounts,
  ParticipantsImported,
  ParticipantsPreview,
} from '#shared/contract/participant-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import { NAMING, PARTICIPANT_TARGETS } from '#shared/programme/participants/participant-target.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { SelectField } from '../../ui/field.tsx'
import { ListQuestions } from './list-questions.tsx'
import { PeopleTable } from './people-table.tsx'
import { RowErrors } from './row-errors.tsx'
import { MappingFields } from './table-mapping.tsx'
import { TableTaken } from './table-taken.tsx'
import type { ListWork } from './use-participants.ts'

/** Names told one by one: beyond, their number says enough. */
const NAMED = 8

function SessionChoice({ work }: { work: ListWork }) {
  const { t, i18n } = useTranslation('participants')
  const sessions = useRecords('session')
  const { session } = work.choices
  return (
    <SelectField
      label={t('session.label')}
      hint={t(session === null ? 'session.without' : 'session.hint')}
      value={session}
      choices={sessions.map((one) => ({ value: one.id, label: labelOf(one, i18n.language) }))}
      placeholder={t('session.none')}
      searchable
      clearable
      onChange={(chosen) => work.change({ session: chosen })}
    />
  )
}

/** « 12 personnes à ajouter, 3 déjà là, 1 modifiée » */
function useCountWords(): (counts: ParticipantCounts, tense: 'to' | 'did') => readonly string[] {
  const { t } = useTranslation('participants')
  return (counts, tense) => [
    tense === 'to' ? t('counts.toAdd', { count: counts.new }) : t('counts.added', { count: counts.new }),
    ...(counts.changed > 0
      ? [
          tense === 'to'
            ? t('counts.toChange', { count: counts.changed })
            : t('counts.changed', { count: counts.changed }),
        ]
      : []),
    ...(counts.here > 0 ? [t('counts.here', { count: counts.here })] : []),
  ]
}

/** What becomes of the rows of a table as people: the same words as when they will have been taken. */
export function ParticipantsOfTable({ preview, work }: { preview: ParticipantsPreview; work: ListWork }) {
  const { t } = useTranslation('participants')
  const language = useLanguage()
  const words = useCountWords()
  const { newOrganisations } = preview
  return (
    <>
      <MappingFields
        columns={preview.columns}
        targets={PARTICIPANT_TARGETS}
        nameOf={(target) => t(`target.${target}`)}
        form={work.choices.form}
        isNeeded={(target) => target === 'fullName' && NAMING.every((one) => work.choices.form[one] === undefined)}
        onMap={work.map}
      />
      <SessionChoice work={work} />
      <section className="stack" aria-labelledby="list-people">
        <h2 id="list-people">{t('people.title')}</h2>
        <output>
          <bdi>{words(preview.counts, 'to').join(' ')}</bdi>
        </output>
        {newOrganisations.length > 0 && (
          <p>
            {t('organisation.created', { count: newOrganisations.length })}{' '}
            <small>
              <bdi>{formatList(newOrganisations.slice(0, NAMED), language)}</bdi>
            </small>
          </p>
        )}
        <ListQuestions preview={preview} work={work} />
        <PeopleTable preview={preview} />
      </section>
      <RowErrors of="participants" errors={preview.errors} />
    </>
  )
}

/** Who was taken, and the lines that were not. */
export function ParticipantsTaken({ done }: { done: ParticipantsImported }) {
  const [first = '', ...others] = useCountWords()(done.counts, 'did')
  return (
    <>
      <TableTaken first={first} others={others.join(' ')} />
      <RowErrors of="participants" errors={done.errors} />
    </>
  )
}
