import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AnyRecord } from '#shared/model/record.ts'
import type { Value } from '#shared/operation/operation.ts'
import { useFieldWords, useValueWords } from '../../state/value-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { ChangedText } from '../../ui/changed-text.tsx'
import { useActs } from './use-acts.ts'

/** Lists are never set by hand. */
const isSingle = (value: Value): value is Exclude<Value, readonly unknown[]> => !Array.isArray(value)

function Versions({ record, field, values }: { record: AnyRecord; field: string; values: readonly Value[] }) {
  const { t } = useTranslation('review')
  const { records } = useWorkspace()
  const [nameOf, say] = [useFieldWords(records), useValueWords(records)]
  const { act } = useActs()
  const lang = record.f['lang']
  const single = values.filter(isSingle)
  return (
    <section className="note-versions" aria-label={nameOf(field)}>
      <h3>{nameOf(field)}</h3>
      <ul>
        {single.map((value, index) => (
          <li key={JSON.stringify(value)} className="card">
            <ChangedText
              text={say(record.kind, field, value)}
              other={say(record.kind, field, single[index === 0 ? 1 : 0])}
              lang={typeof lang === 'string' && field === 'text' ? lang : undefined}
            />
            <Button
              size="small"
              aria-label={t('versions.keepLabel', { number: index + 1 })}
              onClick={() => void act({ type: 'conflict.settle', record: record.id, field, value })}
            >
              {t('versions.keep')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Values that stand side by side until a person keeps one. */
export function NoteVersions({ record }: { record: AnyRecord }) {
  const { t } = useTranslation('review')
  const conflicts = Object.entries(record.conflicts ?? {})
  if (conflicts.length === 0) return null
  return (
    <div className="note-part note-conflicts">
      <p className="row warn">
        <IconArrowsSplit2 size={16} aria-hidden />
        <span>{t('versions.explain')}</span>
      </p>
      {conflicts.map(([field, values]) => (
        <Versions key={field} record={record} field={field} values={values} />
      ))}
    </div>
  )
}
