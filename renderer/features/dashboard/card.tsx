import { type ReactNode, useId } from 'react'

export interface CardProps {
  title: string
  /** What the title leaves to be said, at the end of its line. */
  detail?: ReactNode
  children: ReactNode
}

/** One block of the dashboard, under its heading. */
export function Card({ title, detail, children }: CardProps) {
  const id = useId()
  return (
    <section className="card dashboard-card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {detail}
      </header>
      {children}
    </section>
  )
}
