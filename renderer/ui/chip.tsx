import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ariaKeys, Kbd } from './kbd.tsx'

export interface ChipProps {
  children: ReactNode
  icon?: ReactNode
  /** Whether it holds a value that was chosen, and not a default. */
  set?: boolean
  keys?: string
  onClick?: () => void
  /** With `onClick`: makes it a switch. */
  pressed?: boolean
  onRemove?: () => void
  /** What the removing cross says: « Retirer le thème eau ». */
  removeLabel?: string
}

/** A short value: a speaker, a theme, a filter. */
export function Chip({ children, icon, set = false, keys, onClick, pressed, onRemove, removeLabel }: ChipProps) {
  const inside = (
    <>
      {icon}
      <bdi>{children}</bdi>
      {keys && <Kbd keys={keys} />}
    </>
  )
  return (
    <span className="chip" data-set={set || pressed}>
      {onClick ? (
        <button type="button" aria-pressed={pressed} aria-keyshortcuts={keys && ariaKeys(keys)} onClick={onClick}>
          {inside}
        </button>
      ) : (
        <span>{inside}</span>
      )}
      {onRemove && (
        <button type="button" className="chip-remove" aria-label={removeLabel} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </button>
      )}
    </span>
  )
}
