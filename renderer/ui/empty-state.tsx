import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** One sentence. */
  title: string
  icon?: ReactNode
  children?: ReactNode
  /** The one thing to do first. */
  action?: ReactNode
}

export const EmptyState = ({ title, icon, children, action }: EmptyStateProps) => (
  <div className="empty-state">
    {icon}
    <p>
      <b>{title}</b>
    </p>
    {children && <div className="quiet">{children}</div>}
    {action}
  </div>
)
