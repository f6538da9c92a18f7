import { Drawer as MantineDrawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

export interface DialogProps {
  opened: boolean
  title: ReactNode
  /** Esc, the cross and a click outside: must never lose what was typed. */
  onClose: () => void
  children: ReactNode
  /** Buttons at the end, the main one last. */
  actions?: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
}

const Content = ({ children, actions }: Pick<DialogProps, 'children' | 'actions'>) => (
  <>
    {children}
    {actions && <footer className="dialog-actions">{actions}</footer>}
  </>
)

/** A question in the middle of the window; nothing else answers until it is closed. */
export function Dialog({ opened, title, onClose, children, actions, size = 'md' }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={<bdi>{title}</bdi>} size={size} className="dialog">
      <Content actions={actions}>{children}</Content>
    </Modal>
  )
}

/** The same at the end edge, the full height of the window. */
export function Drawer({ opened, title, onClose, children, actions, size = 'md' }: DialogProps) {
  return (
    <MantineDrawer
      opened={opened}
      onClose={onClose}
      title={<bdi>{title}</bdi>}
      size={size}
      position="right"
      className="dialog"
    >
      <Content actions={actions}>{children}</Content>
    </MantineDrawer>
  )
}
