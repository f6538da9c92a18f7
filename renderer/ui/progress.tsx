import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

export interface ProgressProps {
  /** What is going on: « Lecture de 6 fichiers ». */
  label: string
  /** How far, out of `total`; unknown when left out. */
  done?: number
  total?: number
  onCancel?: () => void
}

export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const { t } = useTranslation()
  const id = useId()
  const known = done !== undefined && total !== undefined
  return (
    <div className="progress">
      <span id={id}>{label}</span>
      {known && (
        <small className="figures">
          <bdi>{t('progress', { done, total })}</bdi>
        </small>
      )}
      <progress aria-labelledby={id} {...(known && { value: done, max: total })} />
      {onCancel && (
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  )
}
