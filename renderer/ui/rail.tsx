import { Popover } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

/** The same as in styles/layout.css: where side columns have no room. */
const NARROW = '(max-width: 1023px), (max-height: 519px)'

export const useNarrow = (): boolean => useMediaQuery(NARROW, false, { getInitialValueInEffect: false }) ?? false

const Fold = createContext(() => {})

/** Folds the rail one is in, where it was opened over the rest: what it asks for next would open under it. */
export const useFoldRail = (): (() => void) => useContext(Fold)

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
  const [opened, setOpened] = useState(false)
  const fold = useCallback(() => setOpened(false), [])
  if (!narrow)
    return (
      <aside className="rail" data-side={side} data-pane aria-label={label} tabIndex={-1}>
        {children}
      </aside>
    )
  return (
    <aside className="rail-picker" data-pane aria-label={label} tabIndex={-1}>
      <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width="target" position="bottom-start">
        <Popover.Target>
          <button type="button" className="button rail-button" data-size="small" onClick={() => setOpened(!opened)}>
            <span className="rail-summary">{summary}</span>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown className="rail rail-opened">
          <Fold value={fold}>{children}</Fold>
        </Popover.Dropdown>
      </Popover>
    </aside>
  )
}
