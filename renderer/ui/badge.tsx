import type { ReactNode } from 'react'

export interface BadgeProps {
  children: ReactNode
  tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger'
}

/** A word about the thing it follows: « Exemple », « v2 », « Projet ». */
export const Badge = ({ children, tone = 'neutral' }: BadgeProps) => (
  <span className="badge" data-tone={tone}>
    <bdi>{children}</bdi>
  </span>
)

export interface CountBadgeProps {
  count: number
  /** What is counted, in words: « 23 notes à qualifier ». */
  label: string
}

/** How many things wait behind a destination. */
export const CountBadge = ({ count, label }: CountBadgeProps) => (
  <span className="count-badge">
    <span aria-hidden>{count > 999 ? '999+' : count}</span>
    <span className="visually-hidden">{label}</span>
  </span>
)
