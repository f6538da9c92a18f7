import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { setLine, useCapture } from './capture-store.ts'
import { kindOfLine } from './line.ts'
import { saidOf } from './said-line.ts'
import type { ComposerActions } from './use-composer.ts'
import type { ComposerLists } from './use-grammar.ts'

const PARTS = ['holder', 'due', 'condition'] as const
const LONGEST = { holder: 300, due: 300, condition: 2_000 } as const

interface CommitmentFormProps {
  lists: ComposerLists
  actions: ComposerActions
  field: RefObject<HTMLTextAreaElement | null>
}

/** Who will act, when, on what condition: a Tab away from the words of a commitment, all of it to be left out at will. */
export function CommitmentForm({ lists, actions, field }: CommitmentFormProps) {
  const { t } = useTranslation('capture')
  const line = useCapture((state) => state.line)
  if (kindOfLine(saidOf(line, lists)) !== 'commitment') return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    if (event.key === 'Enter') actions.commit()
    else field.current?.focus()
  }
  return (
    <fieldset className="commitment-form">
      <legend className="visually-hidden">{t('commitment.label')}</legend>
      {PARTS.map((part) => (
        <input
          key={part}
          dir="auto"
          value={line[part]}
          maxLength={LONGEST[part]}
          placeholder={t(`commitment.${part}`)}
          aria-label={t(`commitment.${part}`)}
          onKeyDown={onKeyDown}
          onChange={({ target }) => setLine({ [part]: target.value })}
        />
      ))}
    </fieldset>
  )
}
