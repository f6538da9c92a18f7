import { type ReactNode, useId } from 'react'

export interface CardChoice<Value extends string> {
  value: Value
  title: string
  description?: string
  /** Language of the title, when it is not that of the page. */
  lang?: string
}

export interface RadioCardsProps<Value extends string> {
  label: ReactNode
  hint?: ReactNode
  value: Value | null
  choices: readonly CardChoice<Value>[]
  onChange: (value: Value) => void
}

/** A choice that deserves a sentence each: language, role. */
export function RadioCards<Value extends string>({ label, hint, value, choices, onChange }: RadioCardsProps<Value>) {
  const name = useId()
  return (
    <fieldset className="radio-cards" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{label}</legend>
      <div className="cards">
        {choices.map((choice) => (
          <label key={choice.value} className="radio-card">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <b lang={choice.lang}>
              <bdi>{choice.title}</bdi>
            </b>
            {choice.description && (
              <small>
                <bdi>{choice.description}</bdi>
              </small>
            )}
          </label>
        ))}
      </div>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
    </fieldset>
  )
}
