import { useTranslation } from 'react-i18next'
import { heatStep, type HeatValue } from './heat-step.ts'

interface HeatCellProps {
  /** Row and column, heard before the number. */
  heading: string
  value: HeatValue | undefined
  greatest: number
  /** Whether Tab stops here: one cell of the table at a time. */
  reachable: boolean
  onReach: () => void
  onOpen: () => void
}

export function HeatCell({ heading, value, greatest, reachable, onReach, onOpen }: HeatCellProps) {
  const { t } = useTranslation()
  const state = value === undefined ? 'none' : value.low ? 'low' : 'enough'
  return (
    <td data-step={value && heatStep(value, greatest)} className={value ? undefined : 'hatched'}>
      <button
        type="button"
        tabIndex={reachable ? 0 : -1}
        aria-label={t(`heat.${state}`, { heading, number: value?.count ?? 0 })}
        aria-disabled={value === undefined}
        onFocus={onReach}
        onClick={value && onOpen}
      >
        {value ? value.count : '–'}
        {value?.low && '*'}
      </button>
    </td>
  )
}
