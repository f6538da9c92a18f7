import { useTranslation } from 'react-i18next'
import { formatList } from '#shared/i18n/format.ts'
import type { Provenance, Writing } from '#shared/merge/provenance.ts'
import { client } from '../../api/client.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { useJob } from '../../state/use-job.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useFieldWords } from '../../state/value-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'

/** « 5 January 2026 at 10:00, received with such a file ». */
function useWritingWords(): (writing: Writing) => string {
  const { t } = useTranslation('review')
  const language = useLanguage()
  return ({ at, isOurs, isGiven, file }) => {
    const how = isGiven
      ? t('writers.given')
      : isOurs
        ? t('writers.here')
        : file === null
          ? t('writers.elsewhere')
          : t('writers.file', { file })
    return at === null ? how : `${dayAndTime(at, language)}, ${how}`
  }
}

function Fields({ fields }: { fields: readonly Provenance[] }) {
  const { t, i18n } = useTranslation('review')
  const language = useLanguage()
  const nameOf = useFieldWords(useWorkspace().records)
  const words = useWritingWords()
  const named = fields.filter(({ field }) => i18n.exists(`review:field.${field.split(':')[0] ?? ''}`))
  return (
    <ul>
      {named.map(({ field, writings }) => (
        <li key={field} dir="auto">
          {t('writers.line', { field: nameOf(field), said: formatList(writings.map(words), language) })}
        </li>
      ))}
    </ul>
  )
}

/** Who wrote what stands in each field of a note: read from the journal when somebody asks. */
export function NoteWriters({ note }: { note: string }) {
  const { t } = useTranslation('review')
  const { value, share, start } = useJob<readonly Provenance[]>()
  return (
    <details
      className="note-part note-writers"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) start((job) => client['record.provenance']({ record: note, job }))
      }}
    >
      <summary>{t('writers.title')}</summary>
      {share !== null && <p className="quiet">{t('writers.reading')}</p>}
      {value !== null && <Fields fields={value} />}
    </details>
  )
}
