/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard */
import { useTranslation } from 'react-i18next'
import type { TablePreview } from '#shared/contract/table-replies.ts'
import { type Choice, SelectField } from '../../ui/field.tsx'
import { Table } from '../../ui/table.tsx'
import { columnChoice, type FormOf } from './mapping-form.ts'

interface MappingFieldsProps<Target extends string> {
  columns: readonly string[]
  targets: readonly Target[]
  nameOf: (target: Target) => string
  /** Besides the columns, what may hold for every row. */
  constantsOf?: (target: Target) => readonly Choice[]
  form: FormOf<Target>
  isNeeded?: (target: Target) => boolean
  onMap: (target: Target, choice: string | null) => void
}

/** What each column becomes. */
export function MappingFields<Target extends string>(props: MappingFieldsProps<Target>) {
  const { columns, targets, nameOf, constantsOf, form, isNeeded, onMap } = props
  const { t } = useTranslation('merge')
  const choices = columns.map((column) => ({ value: columnChoice(column), label: column }))
  return (
    <fieldset className="mapping-fields">
      <legend>{t('table.mapping')}</legend>
      {targets.map((target) => (
        <SelectField
          key={target}
          label={nameOf(target)}
          value={form[target] ?? null}
          choices={[...choices, ...(constantsOf?.(target) ?? [])]}
          placeholder={t('table.notMapped')}
          searchable
          clearable
          required={isNeeded?.(target) ?? false}
          onChange={(choice) => onMap(target, choice)}
        />
      ))}
    </fieldset>
  )
}

/** The first rows, for the eye. */
export function TableSample({ preview }: { preview: Pick<TablePreview, 'sample' | 'columns'> }) {
  const { t } = useTranslation('merge')
  // A heading of a row that is empty would head nothing.
  const naming = preview.columns.find((column) => preview.sample.every((cells) => (cells[column] ?? '').trim() !== ''))
  return (
    <section className="card merge-table table-sample" tabIndex={0} aria-label={t('table.sample')}>
      <Table
        caption={t('table.sample')}
        rows={preview.sample}
        keyOf={(cells) => JSON.stringify(cells)}
        columns={preview.columns.map((column) => ({
          id: column,
          header: <bdi>{column}</bdi>,
          names: column === naming,
          cell: (cells: TablePreview['sample'][number]) => cells[column],
        }))}
      />
    </section>
  )
}
