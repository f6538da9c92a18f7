import { notifications } from '@mantine/notifications'
import { Button } from './button.tsx'

export interface ToastOptions {
  /** `danger` is said at once and stays until it is closed. */
  tone?: 'info' | 'ok' | 'warn' | 'danger'
  /** What can be done about it, such as « Annuler ». */
  action?: { label: string; onClick: () => void }
}

const SHOWN_MS = 6000

/** Says at the top of the window, without taking the focus, that something has happened. */
export function toast(message: string, { tone = 'info', action }: ToastOptions = {}): void {
  const id = notifications.show({
    className: 'toast',
    'data-tone': tone,
    role: tone === 'danger' ? 'alert' : 'status',
    autoClose: tone !== 'danger' && SHOWN_MS,
    message: (
      <span className="row">
        <bdi className="grow">{message}</bdi>
        {action && (
          <Button
            size="small"
            onClick={() => {
              notifications.hide(id)
              action.onClick()
            }}
          >
            {action.label}
          </Button>
        )}
      </span>
    ),
  })
}
