import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/operation/operation.ts'
import { edit } from '../../state/edits.ts'
import { Button } from '../../ui/button.tsx'

interface TextVersionsProps {
  id: string
  record: string
  versions: readonly Value[]
}

/** Two versions of a text that came together: both stand until a person keeps one. */
export function TextVersions({ id, record, versions }: TextVersionsProps) {
  const { t } = useTranslation('report')
  const keep = (value: string | null): void => void edit({ type: 'conflict.settle', record, field: 'text', value })
  const texts = versions.map((value) => (typeof value === 'string' ? value : null))
  return (
    <ul id={id} className="report-versions">
      {texts.map((value) => (
        <li key={value ?? ''}>
          <p dir="auto" className="written">
            {value ?? <i>{t('texts.erased')}</i>}
          </p>
          <Button size="small" onClick={() => keep(value)}>
            {t('texts.keep')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
