import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict } from '#shared/merge/plan-merge.ts'
import type { Records } from '#shared/model/record.ts'
import { useFieldWords } from '../../state/value-words.ts'
import { TextArea } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { beginThird, choose, type Choices, isWritten, keyOf, versionsOf } from './conflict-cases.ts'

export interface FieldChoiceProps {
  conflict: Conflict
  names: readonly string[]
  records: Records
  choices: Choices
  onChoices: (change: (choices: Choices) => Choices) => void
}

const LEAVE = 'all'
const WRITE = 'third'

/** One field's answer: a version, both side by side, or words of one's own. */
export function FieldChoice({ conflict, names, records, choices, onChoices }: FieldChoiceProps) {
  const { t } = useTranslation(['merge', 'settling'])
  const nameOf = useFieldWords(records)
  const chosen = choices.get(keyOf(conflict))
  const value = chosen === undefined ? LEAVE : typeof chosen === 'object' ? WRITE : String(chosen)
  const take = (segment: string) =>
    onChoices((known) => {
      if (segment === WRITE) return beginThird(known, conflict)
      return choose(known, conflict, segment === LEAVE ? null : Number(segment))
    })
  return (
    <Segmented
      label={nameOf(conflict.field)}
      labelled
      value={value}
      segments={[
        ...versionsOf(conflict).map((_, index) => ({ value: String(index), label: names[index] ?? '' })),
        { value: LEAVE, label: t('conflict.both') },
        ...(isWritten(conflict) ? [{ value: WRITE, label: t('settling:third.write') }] : []),
      ]}
      onChange={take}
    />
  )
}

/** Where the third version of a text is written; nothing while none is begun. */
export function ThirdVersion({ conflict, records, choices, onChoices }: Omit<FieldChoiceProps, 'names'>) {
  const { t } = useTranslation('settling')
  const nameOf = useFieldWords(records)
  const chosen = choices.get(keyOf(conflict))
  const place = useRef<HTMLDivElement>(null)
  const isOpen = typeof chosen === 'object'
  useEffect(() => {
    if (isOpen) place.current?.querySelector('textarea')?.focus()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <div ref={place}>
      <TextArea
        label={t('third.label', { field: nameOf(conflict.field) })}
        value={chosen.third}
        rows={4}
        {...(chosen.third.trim() === '' && { hint: t('third.blank') })}
        onChange={(third) => onChoices((known) => choose(known, conflict, { third }))}
      />
    </div>
  )
}
