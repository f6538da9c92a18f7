import type { ReactNode } from 'react'
import { ariaKeys } from '../../ui/kbd.tsx'

export interface RailItemProps {
  /** Digit that picks it, seen before its label. */
  digit?: number | undefined
  label: string
  detail?: ReactNode
  /** At the end: a count, a mark. */
  end?: ReactNode
  /** Left out where choosing closes the list. */
  pressed?: boolean
  /** The one that has the focus when the list opens. */
  first?: boolean
  keys?: string | undefined
  onClick: () => void
}

/** One line of a rail that a person can choose. */
export const RailItem = ({ digit, label, detail, end, pressed, first, keys, onClick }: RailItemProps) => (
  <button
    type="button"
    className="rail-item"
    aria-pressed={pressed}
    data-autofocus={first || undefined}
    aria-keyshortcuts={keys && ariaKeys(keys)}
    onClick={onClick}
  >
    <span className="rail-digit figures" aria-hidden>
      {digit}
    </span>
    <span className="rail-words">
      <bdi>{label}</bdi>
      {detail && <small>{detail}</small>}
    </span>
    {end}
  </button>
)
