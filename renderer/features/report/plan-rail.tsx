import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Rail } from '../../ui/rail.tsx'
import { moveInGrid } from '../../ui/roving.ts'
import type { PlanEntry } from './plan.ts'

interface PlanRailProps {
  plan: readonly PlanEntry[]
  /** Said in place of the plan where there is none. */
  empty: string
  onJump: (entry: PlanEntry) => void
}

function Notes({ count }: { count: number }) {
  const { t } = useTranslation('report')
  if (count === 0) return null
  return (
    <small className="figures">
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t('plan.notes', { count })}</span>
    </small>
  )
}

/** The parts of the document; the arrows go from one to the next, Enter leads there. */
export function PlanRail({ plan, empty, onJump }: PlanRailProps) {
  const { t } = useTranslation('report')
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, Math.max(0, plan.length - 1))
  const list = useRef<HTMLUListElement>(null)
  const move = (event: KeyboardEvent): void => {
    const to = moveInGrid(event, { row: at, column: 0 }, plan.length, 1)
    if (to === null) return
    setChosen(to.row)
    list.current?.querySelectorAll('button')[to.row]?.focus()
  }
  return (
    <Rail side="start" label={t('plan.title')} summary={plan[at]?.text ?? t('plan.title')}>
      <h2>{t('plan.title')}</h2>
      {plan.length === 0 && <p className="quiet">{empty}</p>}
      <ul className="report-plan" ref={list}>
        {plan.map((entry, index) => (
          <li key={entry.id} data-level={entry.level}>
            <button
              type="button"
              tabIndex={index === at ? 0 : -1}
              aria-current={index === at ? 'location' : undefined}
              onKeyDown={move}
              onClick={() => {
                setChosen(index)
                onJump(entry)
              }}
            >
              <span className="grow">
                <bdi>{entry.text}</bdi>
              </span>
              <Notes count={entry.notes} />
            </button>
          </li>
        ))}
      </ul>
    </Rail>
  )
}
