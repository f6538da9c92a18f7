import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '#shared/contract/replies.ts'
import type { Records } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { ConflictPane } from './conflict-pane.tsx'
import { casesOf } from './conflict-cases.ts'
import { CountsTable } from './counts-table.tsx'
import { EquivalentsList } from './equivalents-list.tsx'
import { FilesTable } from './files-table.tsx'
import { ReplacedList } from './replaced-list.tsx'
import { SendersList } from './senders-list.tsx'
import { sortPreview, useMerge } from './merge-store.ts'
import { useOrigins } from './use-origins.ts'

/** The records here with those that the files speak of, as they would stand. */
function usePreviewed({ context }: MergePreview): Records {
  const here = useWorkspace().records
  return useMemo(() => new Map([...here, ...context.map((record) => [record.id, record] as const)]), [here, context])
}

function PreviewConflicts({ preview, records }: { preview: MergePreview; records: Records }) {
  const { choices, at } = useMerge()
  const cases = useMemo(() => casesOf(preview.plan.conflicts), [preview])
  const origins = useOrigins(
    cases.map(({ record }) => record),
    preview.files.filter(bringsConflicts).map(({ token }) => token),
  )
  return <ConflictPane {...{ cases, records, origins }} sorting={{ choices, at }} onSort={sortPreview} />
}

const bringsConflicts = ({ counts }: MergePreview['files'][number]): boolean =>
  Object.values(counts).some(({ conflicting }) => conflicting > 0)

/** What the files hold and would do, beside what is left to choose. */
export function PreviewPane({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation('merge')
  const records = usePreviewed(preview)
  const shown = useMerge((state) => state.file)
  return (
    <div className="panes merge-panes">
      <section className="pane merge-side" data-pane tabIndex={-1} aria-label={t('step.preview')}>
        <FilesTable files={preview.files} />
        <SendersList files={preview.files} />
        <CountsTable
          plan={preview.plan}
          title={t('counts.title')}
          files={preview.files}
          file={preview.files.find(({ token }) => token === shown)}
        />
        <ReplacedList
          files={preview.files.filter(({ token }) => shown === null || token === shown)}
          records={records}
        />
        <EquivalentsList equivalents={preview.equivalents} records={records} />
      </section>
      <section className="pane merge-conflicts" data-pane tabIndex={-1} aria-label={t('step.settle')}>
        <PreviewConflicts preview={preview} records={records} />
      </section>
    </div>
  )
}
