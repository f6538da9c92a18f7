import type { ReactNode } from 'react'

export interface ViewHeadProps {
  title: ReactNode
  /** What the title leaves to be said, at once after it. */
  detail?: ReactNode
  /** Tabs, then whatever stands at the end (put a `grow` before it). */
  children?: ReactNode
}

/** The first line of a screen, with its only h1. */
export const ViewHead = ({ title, detail, children }: ViewHeadProps) => (
  <header className="view-head">
    <h1>
      <bdi>{title}</bdi>
    </h1>
    {detail && <bdi className="view-detail">{detail}</bdi>}
    {children}
  </header>
)
