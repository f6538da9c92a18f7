import { useTranslation } from 'react-i18next'
import { isFormError, type FormIssue } from '#shared/programme/form/form-issue.ts'

/** More remarks than this are counted, not listed. */
const LISTED = 50

/** What a form has wrong, each with its place and what to mend. */
export function FormIssues({ issues }: { issues: readonly FormIssue[] }) {
  const { t } = useTranslation('form')
  if (issues.length === 0) return null
  const say = ({ part, line, type, value }: FormIssue) =>
    t(`issue.${type}`, { place: t(`issue.place.${part}`, { line }), value })
  const refused = new Set(
    issues.filter((issue) => isFormError(issue) && issue.part !== 'session').map(({ part, line }) => `${part} ${line}`),
  )
  return (
    <section className="form-issues">
      {refused.size > 0 && <p className="warn">{t('dialog.refused', { count: refused.size })}</p>}
      <ul>
        {issues.slice(0, LISTED).map((issue) => (
          <li key={`${issue.part} ${issue.line} ${issue.field} ${issue.type}`}>
            <bdi>{say(issue)}</bdi>
          </li>
        ))}
      </ul>
      {issues.length > LISTED && <p>{t('dialog.more', { count: issues.length - LISTED })}</p>}
    </section>
  )
}
