import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#shared/contract/import-calls.ts'
import type { Edited } from '#shared/contract/replies.ts'
import { formatList } from '#shared/i18n/format.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { useJob } from '../../state/use-job.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Table } from '../../ui/table.tsx'
import { lookRows, type LookRow } from './look-rows.ts'
import { SentLine } from './sent-line.tsx'

const FIGURES = ['away', 'changed', 'added', 'staying'] as const

function Kinds({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation(['consolidation', 'merge'])
  const rows = lookRows(preview)
  if (rows.length === 0) return <p>{t('look.nothing')}</p>
  const title = t('look.kinds')
  const shown = FIGURES.filter((figure) => rows.some((row) => row[figure] > 0))
  const header = (figure: (typeof FIGURES)[number]) =>
    t(figure === 'changed' && preview.withdrawn ? 'look.changedBack' : `look.${figure}`)
  return (
    <div className="card merge-table">
      <Table<LookRow>
        caption={title}
        rows={rows}
        keyOf={({ kind }) => kind}
        columns={[
          { id: 'kind', header: title, names: true, cell: ({ kind }) => t(`merge:kind.${kind}`) },
          ...shown.map((figure) => ({
            id: figure,
            header: header(figure),
            numeric: true,
            cell: (row: LookRow) => row[figure],
          })),
        ]}
      />
    </div>
  )
}

function Preview({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('consolidation')
  const staying = Object.values(preview.staying).reduce((sum, count) => sum + count, 0)
  const { heldBack, sent, withdrawn } = preview
  return (
    <>
      <Kinds preview={preview} />
      {!withdrawn && staying > 0 && <p>{t('look.stayingWhy', { count: staying })}</p>}
      {!withdrawn && heldBack > 0 && <p>{t('look.heldBack', { count: heldBack })}</p>}
      {sent.length > 0 && (
        <section className="look-sent">
          <p>{t('look.sent', { count: sent.length })}</p>
          <ul>
            {sent.map((entry) => (
              <li key={`${entry.at} ${entry.file ?? ''}`}>
                <SentLine entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="quiet">{t('look.promise')}</p>
    </>
  )
}

export interface LookedImport {
  readonly id: string
  readonly at: number
  readonly files: readonly { readonly name: string }[]
}

export interface LookDialogProps {
  entry: LookedImport
  withdrawn: boolean
  onClose: () => void
  /** Contributions were withdrawn, or put in again. */
  onTurned: () => void
}

/** Files named in a title: beyond, their number says enough. */
const FILES_NAMED = 4

/** What withdrawing contributions or putting them in again would do, before it is done. */
export function LookDialog({ entry, withdrawn, onClose, onTurned }: LookDialogProps) {
  const { t } = useTranslation('consolidation')
  const language = useLanguage()
  const { start, stop, value: preview, share, failure } = useJob<ImportPreview>()
  const [refused, setRefused] = useState<AnyFailure | null>(null)
  const { id, at, files } = entry
  useEffect(() => start((job) => client['import.look']({ import: id, job })), [start, id])
  const turn = async () => {
    const call = withdrawn ? 'import.restore' : 'import.withdraw'
    const turned: Result<Edited, AnyFailure> = await writeWith(call, { import: id })
    if (turned.ok) onTurned()
    else setRefused(turned.failure)
  }
  const names = files.slice(0, FILES_NAMED).map(({ name }) => name)
  const named = files.length > FILES_NAMED ? [...names, '…'] : names
  return (
    <Dialog
      opened
      size="lg"
      title={t(withdrawn ? 'look.restoreTitle' : 'look.withdrawTitle')}
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {t('look.keep')}
          </Button>
          <Button look={withdrawn ? 'primary' : 'danger'} disabled={preview === null} onClick={() => void turn()}>
            {t(withdrawn ? 'look.restore' : 'look.withdraw')}
          </Button>
        </>
      }
    >
      <div className="stack" aria-busy={share !== null}>
        <p className="quiet">
          <bdi>{dayAndTime(at, language)}</bdi>
          {' · '}
          <bdi>{t('look.files', { count: files.length, files: formatList(named, language) })}</bdi>
        </p>
        {share !== null && (
          <Progress label={t('look.reading')} done={Math.round(share * 100)} total={100} onCancel={stop} />
        )}
        {(failure ?? refused) && <FailureNotice failure={(failure ?? refused) as AnyFailure} />}
        {preview && <Preview preview={preview} />}
      </div>
    </Dialog>
  )
}
