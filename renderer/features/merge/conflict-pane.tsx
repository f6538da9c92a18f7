import { IconChevronLeft, IconChevronRight, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '#shared/contract/replies.ts'
import { isKind, type AnyRecord, type Records } from '#shared/model/record.ts'
import { useKeys } from '../../app/use-keys.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { casesOf, chooseAll, type ConflictCase } from './conflict-cases.ts'
import { ConflictCard } from './conflict-card.tsx'
import { setChoices, showCase, useMerge } from './merge-store.ts'
import { COUNTED_KINDS } from './count-rows.ts'

function useCaseName(records: Records): (conflict: ConflictCase) => string {
  const { t } = useTranslation('merge')
  const language = useLanguage()
  return ({ kind, record }) => {
    const counted = COUNTED_KINDS.find((known) => known === kind) ?? 'other'
    const name = t(`one.${counted}`)
    const found = records.get(record)
    const axis = found !== undefined && isKind(found, 'note') ? records.get(found.f.axis ?? '') : undefined
    return [name, shortLabel(axis ?? found, language)].filter(Boolean).join(', ')
  }
}

function useCaseKeys(conflict: ConflictCase | undefined): void {
  const answer = (version: number | null) => () =>
    conflict !== undefined && setChoices((choices) => chooseAll(choices, conflict, version))
  useKeys('merge', { keepHere: answer(0), takeFile: answer(1), keepBoth: answer(null) })
}

/** What surrounds the two versions: the original under a translation, the text under a qualification. */
function Around({ record, conflict }: { record: AnyRecord | undefined; conflict: ConflictCase }) {
  const { t } = useTranslation('merge')
  if (record === undefined || !isKind(record, 'note')) return null
  const { text, lang } = record.f
  if (text === undefined || conflict.fields.some(({ field }) => field === 'text')) return null
  return (
    <div className="card conflict-around">
      <small>{t('conflict.around')}</small>
      <p dir="auto" lang={lang}>
        {text}
      </p>
    </div>
  )
}

/** What two sides say differently, one record at a time. */
export function ConflictPane({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation('merge')
  const here = useWorkspace().records
  const records: Records = useMemo(
    () => new Map([...here, ...preview.context.map((record) => [record.id, record] as const)]),
    [here, preview],
  )
  const cases = useMemo(() => casesOf(preview.plan.conflicts), [preview])
  const at = Math.min(
    useMerge((state) => state.at),
    Math.max(0, cases.length - 1),
  )
  const conflict = cases[at]
  const nameOf = useCaseName(records)
  useCaseKeys(conflict)
  if (conflict === undefined)
    return (
      <p className="merge-note ok">
        <IconCircleCheck size={16} aria-hidden />
        <span>{t('conflict.none')}</span>
      </p>
    )
  const record = records.get(conflict.record)
  return (
    <>
      <div className="row merge-heading">
        <h2>{t('conflict.title')}</h2>
        <small>
          <bdi>{t('conflict.place', { position: at + 1, total: cases.length, name: nameOf(conflict) })}</bdi>
        </small>
        <span className="grow" />
        <IconButton
          look="plain"
          label={t('conflict.previous')}
          icon={<IconChevronLeft size={16} className="merge-chevron" aria-hidden />}
          disabled={at === 0}
          onClick={() => showCase(at - 1)}
        />
        <IconButton
          look="plain"
          label={t('conflict.next')}
          icon={<IconChevronRight size={16} className="merge-chevron" aria-hidden />}
          disabled={at === cases.length - 1}
          onClick={() => showCase(at + 1)}
        />
      </div>
      <ConflictCard conflict={conflict} record={record} records={records} />
      <Around record={record} conflict={conflict} />
      <p className="merge-note">
        <IconInfoCircle size={16} aria-hidden />
        <span>{t('conflict.explain')}</span>
      </p>
    </>
  )
}
