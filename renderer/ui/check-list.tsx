import type { ReactNode } from 'react'

export interface CheckListProps {
  label: ReactNode
  choices: readonly { readonly value: string; readonly label: ReactNode }[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Several of a few dozen things, each with its box. */
export function CheckList({ label, choices, chosen, onChange }: CheckListProps) {
  const flip = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset className="check-list">
      <legend>{label}</legend>
      <div className="checks">
        {choices.map(({ value, label: words }) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => flip(value)} />
            <bdi>{words}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
