import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '#shared/contract/replies.ts'
import { Table } from '../../ui/table.tsx'
import { countRows, type CountRow, OUTCOMES } from './count-rows.ts'

const figure = (count: number, outcome: (typeof OUTCOMES)[number]) => (
  <span className="merge-figure" data-none={count === 0} data-outcome={outcome}>
    {count}
  </span>
)

/** What putting the files in would do: every record is counted once, so that each line adds up. */
export function CountsTable({ plan, title }: { plan: MergePreview['plan']; title: string }) {
  const { t } = useTranslation('merge')
  const { replacesOurs } = plan
  return (
    <section aria-labelledby="merge-counts">
      <div className="row merge-heading">
        <h2 id="merge-counts">{title}</h2>
      </div>
      <div className="card merge-table">
        <Table<CountRow>
          caption={title}
          rows={countRows(plan.counts)}
          keyOf={({ kind }) => kind}
          columns={[
            { id: 'kind', header: t('counts.kinds'), names: true, cell: ({ kind }) => t(`kind.${kind}`) },
            ...OUTCOMES.map((outcome) => ({
              id: outcome,
              header: t(`counts.${outcome}`),
              numeric: true,
              cell: (row: CountRow) => figure(row[outcome], outcome),
            })),
            { id: 'total', header: t('counts.total'), numeric: true, cell: ({ total }) => total },
          ]}
        />
      </div>
      {replacesOurs > 0 && (
        <p className="merge-note warn">
          <IconInfoCircle size={16} aria-hidden />
          <span>{t('counts.replaces', { count: replacesOurs })}</span>
        </p>
      )}
    </section>
  )
}
