import { useTranslation } from 'react-i18next'
import type { MergePreview } from '#shared/contract/replies.ts'
import { ConflictPane } from './conflict-pane.tsx'
import { CountsTable } from './counts-table.tsx'
import { FilesTable } from './files-table.tsx'

/** What the files hold and would do, beside what is left to choose. */
export function PreviewPane({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation('merge')
  return (
    <div className="panes merge-panes">
      <section className="pane merge-side" data-pane tabIndex={-1} aria-label={t('step.preview')}>
        <FilesTable files={preview.files} />
        <CountsTable plan={preview.plan} title={t('counts.title')} />
      </section>
      <section className="pane merge-conflicts" data-pane tabIndex={-1} aria-label={t('step.settle')}>
        <ConflictPane preview={preview} />
      </section>
    </div>
  )
}
