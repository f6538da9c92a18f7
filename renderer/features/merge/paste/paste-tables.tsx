/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard */
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { Badge } from '../../../ui/badge.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { PersonRow, SlotRow } from './paste-rows.ts'
import type { PasteWork } from './use-paste.ts'

interface CellProps {
  label: string
  value: string
  wrong?: boolean
  /** Characters that it shows at least. */
  width: number
  onChange: (value: string) => void
}

const Cell = ({ label, value, wrong = false, width, onChange }: CellProps) => (
  <input
    className="paste-cell"
    dir="auto"
    aria-label={label}
    aria-invalid={wrong}
    style={{ minInlineSize: `${width}ch` }}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

const Tick = ({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (ticked: boolean) => void
}) => (
  <input
    type="checkbox"
    aria-label={label}
    checked={checked}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
)

type Words = TFunction<'paste'>

/** What a person should look at, in words; nothing when the text was plain. */
const Doubts = ({ words }: { words: readonly string[] }) => (
  <span className="paste-doubts">
    {words.map((doubt) => (
      <Badge key={doubt} tone="warn">
        {doubt}
      </Badge>
    ))}
  </span>
)

function slotColumns(t: Words, work: PasteWork): readonly Column<SlotRow>[] {
  const cell = (field: 'start' | 'end' | 'label', width: number): Column<SlotRow> => ({
    id: field,
    header: t(`slot.${field}`),
    cell: (row) => (
      <Cell
        label={t('cell', { column: t(`slot.${field}`), line: row.line })}
        value={row[field]}
        width={width}
        wrong={row.isTicked && isWrong(work, row.line, field)}
        onChange={(value) => work.changeSlot(row.line, { [field]: value })}
      />
    ),
  })
  return [
    {
      id: 'tick',
      header: t('tick'),
      cell: ({ line, label, isTicked }) => (
        <Tick
          label={t('create', { what: label || t('line', { line }) })}
          checked={isTicked}
          onChange={(ticked) => work.changeSlot(line, { isTicked: ticked })}
        />
      ),
    },
    { id: 'line', header: t('lineHead'), cell: ({ line }) => line, numeric: true, names: true },
    cell('start', 6),
    cell('end', 6),
    cell('label', 28),
    {
      id: 'doubt',
      header: t('toCheck'),
      cell: ({ doubt }) => <Doubts words={doubt.map((one) => t(`doubt.${one}`))} />,
    },
  ]
}

const isWrong = ({ mistakes }: PasteWork, line: number, field: 'start' | 'end' | 'label'): boolean =>
  mistakes.some((one) => one.row === 'slot' && one.line === line && (one.type === 'untitled') === (field === 'label'))

export function SlotsTable({ work }: { work: PasteWork }) {
  const { t } = useTranslation('paste')
  return (
    <section className="card paste-table" tabIndex={0} aria-label={t('slot.caption')}>
      <Table
        caption={t('slot.caption')}
        rows={work.rows.slots}
        keyOf={({ line }) => String(line)}
        columns={slotColumns(t, work)}
      />
    </section>
  )
}

const PERSON_CELLS = [
  ['givenName', 12],
  ['name', 14],
  ['function', 20],
  ['organisation', 20],
  ['country', 10],
] as const

function personColumns(t: Words, work: PasteWork): readonly Column<PersonRow>[] {
  const statuses = new Map(work.preview?.people.map(({ line, status }) => [line, status]))
  return [
    {
      id: 'tick',
      header: t('tick'),
      cell: ({ place, line, name, givenName, isTicked }) => (
        <Tick
          label={t('create', { what: `${givenName} ${name}`.trim() || t('line', { line }) })}
          checked={isTicked}
          onChange={(ticked) => work.changePerson(place, { isTicked: ticked })}
        />
      ),
    },
    { id: 'line', header: t('lineHead'), cell: ({ line }) => line, numeric: true, names: true },
    ...PERSON_CELLS.map(([field, width]): Column<PersonRow> => ({
      id: field,
      header: t(`person.${field}`),
      cell: (row) => (
        <Cell
          label={t('cell', { column: t(`person.${field}`), line: row.line })}
          value={row[field]}
          width={width}
          wrong={field === 'name' && row.isTicked && `${row.name}${row.givenName}`.trim() === ''}
          onChange={(value) => work.changePerson(row.place, { [field]: value })}
        />
      ),
    })),
    {
      id: 'status',
      header: t('person.status'),
      cell: ({ place }) => {
        const status = statuses.get(place)
        return status !== undefined && <Badge tone={status === 'new' ? 'ok' : 'neutral'}>{t(`status.${status}`)}</Badge>
      },
    },
    {
      id: 'doubt',
      header: t('toCheck'),
      cell: ({ doubt }) => <Doubts words={doubt.map((one) => t(`doubt.${one}`))} />,
    },
  ]
}

export function PeopleTable({ work }: { work: PasteWork }) {
  const { t } = useTranslation('paste')
  return (
    <section className="card paste-table" tabIndex={0} aria-label={t('person.caption')}>
      <Table
        caption={t('person.caption')}
        rows={work.rows.people}
        keyOf={({ place }) => String(place)}
        columns={personColumns(t, work)}
      />
    </section>
  )
}
