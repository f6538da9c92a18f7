import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { stepWithArrows } from './roving.ts'

export interface Tab<Value extends string> {
  value: Value
  label: string
  count?: number
}

export interface TabBarProps<Value extends string> {
  /** Shared with the `TabPanel`. */
  id: string
  label: string
  value: Value
  tabs: readonly Tab<Value>[]
  onChange: (value: Value) => void
}

/** Faces of one screen; the arrows go from one to the next. Lies in a `ViewHead`, its panel elsewhere. */
export function TabBar<Value extends string>({ id, label, value, tabs, onChange }: TabBarProps<Value>) {
  const bar = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const next = stepWithArrows(
      event,
      tabs.findIndex((tab) => tab.value === value),
      tabs.length,
    )
    const tab = next === null ? undefined : tabs[next]
    if (next === null || !tab) return
    onChange(tab.value)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={bar} onKeyDown={move} tabIndex={-1}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${id}-tab-${tab.value}`}
          aria-selected={tab.value === value}
          aria-controls={`${id}-panel`}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          <bdi>{tab.label}</bdi>
          {tab.count !== undefined && <small>{tab.count}</small>}
        </button>
      ))}
    </div>
  )
}

export interface TabPanelProps {
  id: string
  value: string
  className?: string
  children: ReactNode
}

export const TabPanel = ({ id, value, className = 'panes', children }: TabPanelProps) => (
  <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${value}`} className={className}>
    {children}
  </div>
)
