import { IconCircleCheck, IconTrashOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { useCaseName } from './conflict-pane.tsx'
import { useSettling } from './use-settling.ts'

/** Records that others were put in the hands of are never removed here. */
const LASTING: ReadonlySet<string> = new Set(['consent', 'voice'])

function KeptCard({ record, onSettle }: { record: AnyRecord; onSettle: (keep: boolean) => void }) {
  const { t } = useTranslation('settling')
  const { records } = useWorkspace()
  const nameOf = useCaseName(records)
  const name = nameOf({ kind: record.kind, record: record.id })
  return (
    <li className="card kept">
      <b>
        <bdi>{name}</bdi>
      </b>
      {isKind(record, 'note') && (
        <p dir="auto" lang={record.f.lang}>
          {record.f.text}
        </p>
      )}
      <div className="row">
        <Button size="small" aria-label={t('kept.keepLabel', { name })} onClick={() => onSettle(true)}>
          {t('kept.keep')}
        </Button>
        {!LASTING.has(record.kind) && (
          <Button
            size="small"
            look="danger"
            aria-label={t('kept.removeLabel', { name })}
            onClick={() => onSettle(false)}
          >
            {t('kept.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** What one side put away while the other was writing in it: kept, until a person says. */
export function KeptPane({ kept }: { kept: readonly AnyRecord[] }) {
  const { t } = useTranslation('settling')
  const { settle } = useSettling()
  const decide = (records: readonly AnyRecord[], keep: boolean) => {
    const said = t(keep ? 'kept.kept' : 'kept.removed', { count: records.length })
    void settle({ type: 'kept.settle', records: records.map(({ id }) => id), keep }, said)
  }
  return (
    <section className="pane merge-standing" data-pane tabIndex={-1} aria-label={t('inbox.kept')}>
      <div className="row merge-heading">
        <h2>{t('kept.title')}</h2>
        <span className="grow" />
        {kept.length > 1 && (
          <Button size="small" icon={<IconTrashOff size={16} aria-hidden />} onClick={() => decide(kept, true)}>
            {t('kept.keepAll', { count: kept.length })}
          </Button>
        )}
      </div>
      <p className="quiet">
        <bdi>{t('kept.explain')}</bdi>
      </p>
      {kept.length === 0 && (
        <p className="merge-note ok">
          <IconCircleCheck size={16} aria-hidden />
          <span>{t('kept.none')}</span>
        </p>
      )}
      <ul className="stack">
        {kept.map((record) => (
          <KeptCard key={record.id} record={record} onSettle={(keep) => decide([record], keep)} />
        ))}
      </ul>
    </section>
  )
}
