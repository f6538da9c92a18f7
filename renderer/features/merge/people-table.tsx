/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ParticipantsPreview } from '#shared/contract/participant-calls.ts'
import type { PlannedRow } from '#shared/programme/participants/plan-participants.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Column, Table } from '../../ui/table.tsx'

const TONES = { new: 'ok', changed: 'accent', here: 'neutral' } as const

function columnsOf(t: TFunction<'participants'>): readonly Column<PlannedRow>[] {
  return [
    { id: 'line', header: t('people.line'), cell: ({ line }) => line, numeric: true, names: true },
    { id: 'name', header: t('target.name'), cell: ({ name }) => <bdi>{name}</bdi> },
    { id: 'givenName', header: t('target.givenName'), cell: ({ givenName }) => <bdi>{givenName}</bdi> },
    { id: 'organisation', header: t('target.organisation'), cell: ({ organisation }) => <bdi>{organisation}</bdi> },
    {
      id: 'status',
      header: t('people.status'),
      cell: ({ status }) => <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>,
    },
  ]
}

/** Who each line is, as it will be kept: the halves of a name are seen before they are written. */
export function PeopleTable({ preview }: { preview: ParticipantsPreview }) {
  const { t } = useTranslation('participants')
  const { people, counts } = preview
  const more = counts.new + counts.changed + counts.here - people.length
  if (people.length === 0) return null
  return (
    <>
      <section className="card merge-table people-table" tabIndex={0} aria-label={t('people.caption')}>
        <Table caption={t('people.caption')} rows={people} keyOf={({ line }) => String(line)} columns={columnsOf(t)} />
      </section>
      {more > 0 && <p>{t('people.more', { count: more })}</p>}
    </>
  )
}
