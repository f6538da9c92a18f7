import { useTranslation } from 'react-i18next'
import type { FileReport } from '#shared/contract/replies.ts'
import type { TakenOver } from '#shared/merge/takes-over.ts'
import type { Records } from '#shared/model/record.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useFieldWords, useValueWords } from '../../state/value-words.ts'

/** Of a note, as much as tells it from the others. */
const beginningOf = (text: unknown): string =>
  typeof text !== 'string' ? '' : text.length < 60 ? text : `${text.slice(0, 60)}…`

/** « Stance of such a note: supports, becomes opposes ». */
function useReplacedWords(records: Records): (taken: TakenOver) => string {
  const { t } = useTranslation('merge')
  const language = useLanguage()
  const [fieldOf, say] = [useFieldWords(records), useValueWords(records)]
  return ({ record, kind, field, was, becomes }) => {
    const name = shortLabel(records.get(record), language) || beginningOf(records.get(record)?.f['text'])
    if (field === 'deleted') return t('replaced.removed', { name })
    const words = { name, field: fieldOf(field), was: was.map((value) => say(kind, field, value)).join(' / ') }
    return becomes === undefined
      ? t('replaced.withheld', words)
      : t('replaced.value', { ...words, becomes: say(kind, field, becomes) })
  }
}

/** Which values of this workspace a file puts out of force, one by one: a person sees them before saying yes. */
export function ReplacedList({ files, records }: { files: readonly FileReport[]; records: Records }) {
  const { t } = useTranslation('merge')
  const words = useReplacedWords(records)
  return files.map(({ token, name, sender, replaced = [] }) => {
    const count = sender?.replaces ?? 0
    return count === 0 ? null : (
      <details key={token} className="merge-note">
        <summary>
          {t('replaced.title', { count })} <bdi>{name}</bdi>
        </summary>
        <ul>
          {replaced.map((taken) => (
            <li key={`${taken.record} ${taken.field}`} dir="auto">
              {words(taken)}
            </li>
          ))}
          {count > replaced.length && <li>{t('replaced.more', { count: count - replaced.length })}</li>}
        </ul>
      </details>
    )
  })
}
