import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FileReport, MergePreview } from '#shared/contract/replies.ts'
import { countRows, type CountRow, OUTCOMES } from '#shared/merge/count-rows.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { showFile } from './merge-store.ts'

const figure = (count: number, outcome: (typeof OUTCOMES)[number]) => (
  <span className="merge-figure" data-none={count === 0} data-outcome={outcome}>
    {count}
  </span>
)

export interface CountsTableProps {
  plan: MergePreview['plan']
  title: string
  files?: MergePreview['files']
  /** The one whose counts are shown alone; the whole merge otherwise. */
  file?: FileReport | undefined
}

function Heading({ title, file }: Pick<CountsTableProps, 'title' | 'file'>) {
  const { t } = useTranslation('settling')
  return (
    <div className="row merge-heading">
      <h2 id="merge-counts">{title}</h2>
      <small>
        <bdi>{file === undefined ? t('counts.real') : file.name}</bdi>
      </small>
      <span className="grow" />
      {file !== undefined && (
        <Button size="small" onClick={() => showFile(null)}>
          {t('counts.allFiles')}
        </Button>
      )}
    </div>
  )
}

/** What is said under the counts: what readers of the notes will find replaced, and what cannot be read. */
function Remarks({ replaces, aside, newer }: { replaces: number; aside: number; newer: number }) {
  const { t } = useTranslation(['merge', 'settling'])
  const said = [
    ...(replaces > 0 ? [t('counts.replaces', { count: replaces })] : []),
    ...(aside > 0 ? [t('settling:counts.setAside', { count: aside })] : []),
    ...(newer > 0 ? [t('counts.newer', { count: newer })] : []),
  ]
  return said.map((words) => (
    <p key={words} className="merge-note warn">
      <IconInfoCircle size={16} aria-hidden />
      <bdi>{words}</bdi>
    </p>
  ))
}

/** What putting the files in would do: every record is counted once, so that each line adds up. */
export function CountsTable({ plan, title, files, file }: CountsTableProps) {
  const { t } = useTranslation('merge')
  const said = file === undefined ? (files ?? []) : [file]
  return (
    <section aria-labelledby="merge-counts">
      <Heading title={title} file={file} />
      <div className="card merge-table">
        <Table<CountRow>
          caption={title}
          rows={countRows(file?.counts ?? plan.counts)}
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
      <Remarks
        replaces={file === undefined ? plan.replacesOurs : 0}
        aside={said.reduce((sum, { setAside }) => sum + setAside.length, 0)}
        newer={file === undefined ? plan.newer : 0}
      />
    </section>
  )
}
