import { useTranslation } from 'react-i18next'
import type { RowErrorReply } from '#shared/contract/table-replies.ts'

/** More lines than this are counted, not listed. */
const LISTED = 100

/** Lines of a table that were not taken, each with what to mend. */
export function RowErrors({ errors }: { errors: readonly RowErrorReply[] }) {
  const { t, i18n } = useTranslation('import')
  if (errors.length === 0) return null
  const say = ({ type, line, column, value }: RowErrorReply) => {
    const group = i18n.exists(`import:refused.${type}`) ? 'refused' : 'warning'
    return t(`${group}.${type}` as 'refused.EmptyText', { line, column: column ?? '', value })
  }
  const refused = new Set(errors.filter(({ type }) => i18n.exists(`import:refused.${type}`)).map(({ line }) => line))
  return (
    <section className="row-errors">
      {refused.size > 0 && <p className="warn">{t('refused.count', { count: refused.size })}</p>}
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
