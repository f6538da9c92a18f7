import { Menu as MantineMenu } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

export interface MenuAction {
  /** Stable name of the entry. */
  id: string
  label: string
  icon?: ReactNode
  keys?: string
  disabled?: boolean
  danger?: boolean
  onSelect: () => void
}

/** A thin line, or a heading over the entries that follow. */
export type MenuEntry = MenuAction | { id: string; divider: true } | { id: string; heading: string }

export interface MenuProps {
  /** The button that opens it; it must take a ref, as ours do. */
  trigger: ReactElement
  entries: readonly MenuEntry[]
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ('divider' in entry) return <MantineMenu.Divider />
  if ('heading' in entry) return <MantineMenu.Label>{entry.heading}</MantineMenu.Label>
  return (
    <MantineMenu.Item
      leftSection={entry.icon}
      rightSection={entry.keys && <Kbd keys={entry.keys} />}
      disabled={entry.disabled ?? false}
      data-danger={entry.danger}
      onClick={entry.onSelect}
    >
      <bdi>{entry.label}</bdi>
    </MantineMenu.Item>
  )
}

export const MenuEntries = ({ entries }: Pick<MenuProps, 'entries'>) =>
  entries.map((entry) => <Entry key={entry.id} entry={entry} />)

export function Menu({ trigger, entries }: MenuProps) {
  return (
    <MantineMenu>
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        <MenuEntries entries={entries} />
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
