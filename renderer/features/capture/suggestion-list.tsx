/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- the focus stays in the field */
import { useTranslation } from 'react-i18next'
import type { Option } from './suggest.ts'

export interface SuggestionListProps {
  id: string
  label: string
  options: readonly Option[]
  /** Index of the option that Tab takes; none is marked when it is -1. */
  active: number
  onPick: (option: Option) => void
}

/** An option that lies further down a long list. */
const showOption = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' })

export const optionId = (list: string, index: number) => `${list}-${index}`

/** What may complete the word at the caret. The focus stays in the field, which names the active option. */
export function SuggestionList({ id, label, options, active, onPick }: SuggestionListProps) {
  const { t } = useTranslation('capture')
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className="suggestions"
      data-columns={options.some(({ letter }) => letter !== undefined)}
    >
      {options.map((option, index) => (
        <div
          key={option.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          ref={index === active ? showOption : undefined}
          // The press must not take the focus out of the field.
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(option)
          }}
        >
          {option.letter !== undefined && <kbd>{option.letter}</kbd>}
          <bdi className={option.letter === undefined ? undefined : 'sentence'}>
            {option.creates === undefined ? option.label : t('suggest.create', { label: option.creates })}
          </bdi>
          {option.detail !== undefined && (
            <small>
              <bdi>{option.detail}</bdi>
            </small>
          )}
        </div>
      ))}
    </div>
  )
}
