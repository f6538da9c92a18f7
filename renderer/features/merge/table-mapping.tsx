/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard */
import { useTranslation } from 'react-i18next'
import type { TablePreview } from '#shared/contract/table-replies.ts'
import { labelOf } from '#shared/model/label.ts'
import { MAPPING_TARGETS, type MappingTarget } from '#shared/programme/mapping-target.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { type Choice, SelectField } from '../../ui/field.tsx'
import { Table } from '../../ui/table.tsx'
import { columnChoice, constantChoice } from './mapping-form.ts'
import type { TableWork } from './use-table.ts'

/** The same axis or the same section for every row, where no column says it. */
function useConstants(): (target: MappingTarget) => readonly Choice[] {
  const { t } = useTranslation('merge')
  const [axes, regions, language] = [useRecords('axis'), useRecords('region'), useLanguage()]
  return (target) => {
    const records = target === 'axis' ? axes : target === 'region' ? regions : []
    return records.map((record) => {
      const label = labelOf(record, language)
      return { value: constantChoice(label), label: t('table.always', { value: label }) }
    })
  }
}

/** What each column becomes. */
export function MappingFields({ preview, work }: { preview: TablePreview; work: TableWork }) {
  const { t } = useTranslation(['merge', 'import'])
  const constants = useConstants()
  const columns = preview.columns.map((column) => ({ value: columnChoice(column), label: column }))
  return (
    <fieldset className="mapping-fields">
      <legend>{t('table.mapping')}</legend>
      {MAPPING_TARGETS.map((target) => (
        <SelectField
          key={target}
          label={t(`import:target.${target}`)}
          value={work.choices.form[target] ?? null}
          choices={[...columns, ...constants(target)]}
          placeholder={t('table.notMapped')}
          searchable
          clearable
          required={target === 'text'}
          onChange={(choice) => work.map(target, choice)}
        />
      ))}
    </fieldset>
  )
}

/** The first rows, for the eye. */
export function TableSample({ preview }: { preview: TablePreview }) {
  const { t } = useTranslation('merge')
  return (
    <section className="card merge-table table-sample" tabIndex={0} aria-label={t('table.sample')}>
      <Table
        caption={t('table.sample')}
        rows={preview.sample}
        keyOf={(cells) => JSON.stringify(cells)}
        columns={preview.columns.map((column, place) => ({
          id: column,
          header: <bdi>{column}</bdi>,
          names: place === 0,
          cell: (cells: TablePreview['sample'][number]) => cells[column],
        }))}
      />
    </section>
  )
}
