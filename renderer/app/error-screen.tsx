import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'

export interface ErrorScreenProps {
  error: unknown
  /** Whether everything was on disk when the screen stopped. */
  saved: boolean
}

const detailsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** What a person reads when the page itself fails: first whether the work is safe, then what to do. */
function ErrorScreen({ error, saved }: ErrorScreenProps) {
  const { t } = useTranslation('shell')
  const details = detailsOf(error)
  const copy = () => void navigator.clipboard.writeText(details).then(() => toast(t('error.copied')))
  return (
    <div className="error-screen" role="alert">
      <h1>{t(saved ? 'error.safe' : 'error.unsure')}</h1>
      <p>{t('error.what')}</p>
      <div className="row">
        <Button look="primary" onClick={() => location.reload()}>
          {t('error.reload')}
        </Button>
        <Button onClick={copy}>{t('error.copy')}</Button>
      </div>
      <details>
        <summary>{t('error.details')}</summary>
        <pre dir="ltr">{details}</pre>
      </details>
    </div>
  )
}

interface ErrorBoundaryProps {
  saved: boolean
  children: ReactNode
}

/** Keeps the frame standing when a screen falls. Give it a `key` that changes with the screen. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failure: { error: unknown } | null }> {
  override state = { failure: null as { error: unknown } | null }

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } }
  }

  override render() {
    const { failure } = this.state
    return failure ? <ErrorScreen error={failure.error} saved={this.props.saved} /> : this.props.children
  }
}
