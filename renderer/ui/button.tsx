import type { ComponentProps, ReactNode } from 'react'
import { ariaKeys, Kbd } from './kbd.tsx'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one action a screen leads to. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  icon?: ReactNode
  /** The combination that does the same. */
  keys?: string
}

export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  keys,
  children,
  className = '',
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${className}`}
      data-look={look}
      data-size={size}
      aria-keyshortcuts={keys && ariaKeys(keys)}
    >
      {icon}
      <bdi>{children}</bdi>
      {keys && <Kbd keys={keys} />}
    </button>
  )
}
