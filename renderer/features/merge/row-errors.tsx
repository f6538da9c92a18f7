import { useTranslation } from 'react-i18next'
import type { RowErrorReply } from '#shared/contract/table-replies.ts'

/** More lines than this are counted, not listed. */
const LISTED = 100

/** Lines of a table that were not taken, each with what to mend. */
export function RowErrors({ of, errors }: { of: 'import' | 'participants'; errors: readonly RowErrorReply[] }) {
  const { t, i18n } = useTranslation(['import', 'participants'])
  if (errors.length === 0) return null
  const isRefused = ({ type }: RowErrorReply) => i18n.exists(`${of}:refused.${type}`)
  const say = (error: RowErrorReply) => {
    const { type, line, column, value } = error
    const key = `${of}:${isRefused(error) ? 'refused' : 'warning'}.${type}`
    return t(key as 'import:refused.EmptyText', { line, column: column ?? '', value })
  }
  const refused = new Set(errors.filter(isRefused).map(({ line }) => line))
  return (
    <section className="row-errors">
      {refused.size > 0 && <p className="warn">{t('import:refused.count', { count: refused.size })}</p>}
      <ul>
        {errors.slice(0, LISTED).map((error) => (
          <li key={`${error.line} ${error.column ?? ''} ${error.type}`}>
            <bdi>{say(error)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
