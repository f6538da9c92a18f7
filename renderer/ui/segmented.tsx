import { type ReactNode, useId } from 'react'
import { ariaKeys, Kbd } from './kbd.tsx'

export interface Segment<Value extends string> {
  value: Value
  label: string
  icon?: ReactNode
  keys?: string
  disabled?: boolean
}

export interface SegmentedProps<Value extends string> {
  label: string
  /** Whether the label is seen beside the segments, or only heard. */
  labelled?: boolean
  value: Value | null
  segments: readonly Segment<Value>[]
  onChange: (value: Value) => void
}

/** A few exclusive choices on one line: radio buttons, so that the arrows move the choice. */
export function Segmented<Value extends string>({ label, labelled, value, segments, onChange }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className="segmented">
      <legend className={labelled ? 'quiet' : 'visually-hidden'}>{label}</legend>
      <div className="segments">
        {segments.map((segment) => (
          <label key={segment.value} data-disabled={segment.disabled}>
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              disabled={segment.disabled}
              aria-keyshortcuts={segment.keys && ariaKeys(segment.keys)}
              onChange={() => onChange(segment.value)}
            />
            {segment.icon}
            <bdi>{segment.label}</bdi>
            {segment.keys && <Kbd keys={segment.keys} />}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
