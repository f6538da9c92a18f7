import { useTranslation } from 'react-i18next'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'
import { languageOf } from './conflict-card.tsx'
import { type ConflictCase, keyOf } from './conflict-cases.ts'
import type { Origins } from './use-origins.ts'

export interface AroundProps {
  record: AnyRecord | undefined
  conflict: ConflictCase
  origins: Origins
}

/** What both texts come from, and what surrounds them: the original of a translation, the text under a qualification. */
export function Around({ record, conflict, origins }: AroundProps) {
  const { t } = useTranslation(['merge', 'settling'])
  const language = useLanguage()
  const bases = conflict.fields.flatMap((field) => {
    const base = origins.get(keyOf(field))?.base
    return base === undefined || base === null || typeof base.value !== 'string' || field.field === 'scope'
      ? []
      : [{ field, base }]
  })
  const text = originalOf(record, conflict)
  if (bases.length === 0 && text === null) return null
  return (
    <div className="card conflict-around">
      {bases.map(({ field: { field }, base }) => (
        <div key={field}>
          <small>
            {[t('settling:origin.common'), base.at === null ? '' : dayAndTime(base.at, language)]
              .filter(Boolean)
              .join(', ')}
          </small>
          <p dir="auto" lang={languageOf(record, field)}>
            {String(base.value)}
          </p>
        </div>
      ))}
      {text !== null && (
        <div>
          <small>{t('conflict.around')}</small>
          <p dir="auto" lang={languageOf(record, 'text')}>
            {text}
          </p>
        </div>
      )}
    </div>
  )
}

function originalOf(record: AnyRecord | undefined, { fields }: ConflictCase): string | null {
  if (record === undefined || !isKind(record, 'note') || fields.some(({ field }) => field === 'text')) return null
  return record.f.text ?? null
}
