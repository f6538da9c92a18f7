import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureWords } from './failure-words.ts'
import { IconButton } from './icon-button.tsx'

export interface FailureNoticeProps {
  /** Any failure of a call; its words are in the catalogue `failure` under its type. */
  failure: { readonly type: string } & Readonly<Record<string, unknown>>
  onDismiss?: () => void
  /** A way out, such as a button that tries again. */
  action?: ReactNode
}

/** A failure as a person needs it: first whether the work is safe, then what happened, then what to do. */
export function FailureNotice({ failure, onDismiss, action }: FailureNoticeProps) {
  const { t, i18n } = useTranslation('failure')
  const { safe, what, todo } = failureWords(i18n, failure)
  return (
    <div className="failure-notice" role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <p>
        <bdi>
          <b>{safe}</b> {what} {todo}
        </bdi>
      </p>
      {action}
      {onDismiss && <IconButton label={t('dismiss')} icon={<IconX size={16} aria-hidden />} onClick={onDismiss} />}
    </div>
  )
}
