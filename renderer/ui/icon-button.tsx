import { Tooltip } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { ariaKeys, useKeyNames } from './kbd.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does: its accessible name and its tooltip. */
  label: string
  icon: ReactNode
  look?: 'plain' | 'quiet'
  keys?: string
}

export function IconButton({ label, icon, look = 'quiet', keys, className = '', ...rest }: IconButtonProps) {
  const names = useKeyNames()
  return (
    <Tooltip label={keys ? `${label} (${names(keys)})` : label}>
      <button
        type="button"
        {...rest}
        className={`button icon-button ${className}`}
        data-look={look}
        aria-label={label}
        aria-keyshortcuts={keys && ariaKeys(keys)}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
