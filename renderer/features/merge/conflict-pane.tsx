import { IconChevronLeft, IconChevronRight, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { COUNTED_KINDS } from '#shared/merge/count-rows.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useKeys } from '../../app/use-keys.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { BulkMenu } from './bulk-menu.tsx'
import { Around } from './conflict-around.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { beginThird, chooseAll, type Choices, type ConflictCase, isWritten } from './conflict-cases.ts'
import type { Sorting } from './merge-store.ts'
import type { Origins } from './use-origins.ts'

export interface ConflictPaneProps {
  cases: readonly ConflictCase[]
  records: Records
  origins: Origins
  sorting: Sorting
  onSort: (change: (sorting: Sorting) => Partial<Sorting>) => void
}

/** A record in a few words: its kind, then its axis or its name. */
export function useCaseName(records: Records): (conflict: Pick<ConflictCase, 'kind' | 'record'>) => string {
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

type OnChoices = (change: (choices: Choices) => Choices) => void

function useCaseKeys(conflict: ConflictCase | undefined, onChoices: OnChoices, show: (step: number) => void): void {
  const answer = (version: number | null) => () =>
    conflict !== undefined && onChoices((choices) => chooseAll(choices, conflict, version))
  const written = conflict?.fields.find(isWritten)
  useKeys('merge', {
    keepHere: answer(0),
    takeFile: answer(1),
    keepBoth: answer(null),
    editThird: () => written !== undefined && onChoices((choices) => beginThird(choices, written)),
    next: () => show(1),
    previous: () => show(-1),
  })
}

interface HeadingProps extends Pick<ConflictPaneProps, 'cases' | 'sorting'> {
  name: string
  at: number
  show: (step: number) => void
  onChoices: OnChoices
}

function Heading({ cases, sorting, name, at, show, onChoices }: HeadingProps) {
  const { t } = useTranslation('merge')
  return (
    <div className="row merge-heading">
      <h2>{t('conflict.title')}</h2>
      <small>
        <bdi>{t('conflict.place', { position: at + 1, total: cases.length, name })}</bdi>
      </small>
      <span className="grow" />
      <BulkMenu cases={cases} choices={sorting.choices} onChoices={onChoices} />
      <IconButton
        look="plain"
        label={t('conflict.previous')}
        keys={KEYMAP.merge.previous}
        icon={<IconChevronLeft size={16} className="merge-chevron" aria-hidden />}
        disabled={at === 0}
        onClick={() => show(-1)}
      />
      <IconButton
        look="plain"
        label={t('conflict.next')}
        keys={KEYMAP.merge.next}
        icon={<IconChevronRight size={16} className="merge-chevron" aria-hidden />}
        disabled={at === cases.length - 1}
        onClick={() => show(1)}
      />
    </div>
  )
}

/** What is said differently, one record at a time. */
export function ConflictPane({ cases, records, origins, sorting, onSort }: ConflictPaneProps) {
  const { t } = useTranslation('merge')
  const last = Math.max(0, cases.length - 1)
  const at = Math.min(sorting.at, last)
  const conflict = cases[at]
  const nameOf = useCaseName(records)
  const onChoices: OnChoices = (change) => onSort(({ choices }) => ({ choices: change(choices) }))
  const show = (step: number) => onSort(() => ({ at: Math.min(last, Math.max(0, at + step)) }))
  useCaseKeys(conflict, onChoices, show)
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
      <Heading name={nameOf(conflict)} {...{ cases, sorting, at, show, onChoices }} />
      <ConflictCard {...{ conflict, record, records, origins, onChoices }} choices={sorting.choices} />
      <Around record={record} conflict={conflict} origins={origins} />
      <p className="merge-note">
        <IconInfoCircle size={16} aria-hidden />
        <bdi>{t('conflict.explain')}</bdi>
      </p>
    </>
  )
}
