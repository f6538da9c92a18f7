import { Popover } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** The same as in styles/layout.css: where side columns have no room. */
const NARROW = '(max-width: 1023px), (max-height: 519px)'

export const useNarrow = (): boolean => useMediaQuery(NARROW, false, { getInitialValueInEffect: false }) ?? false

export interface RailProps {
  side: 'start' | 'end'
  label: string
  /** What is chosen in it, on one line: all that is seen of it where there is no room. */
  summary: ReactNode
  children: ReactNode
}

/** A side column; where there is no room, one line that opens it. */
export function Rail({ side, label, summary, children }: RailProps) {
  const narrow = useNarrow()
  if (!narrow)
    return (
      <aside className="rail" data-side={side} data-pane aria-label={label} tabIndex={-1}>
        {children}
      </aside>
    )
  return (
    <aside className="rail-picker" data-pane aria-label={label} tabIndex={-1}>
      <Popover trapFocus returnFocus width="target" position="bottom-start">
        <Popover.Target>
          <button type="button" className="button rail-button" data-size="small">
            <span className="rail-summary">{summary}</span>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown className="rail rail-opened">{children}</Popover.Dropdown>
      </Popover>
    </aside>
  )
}
