import { useTranslation } from 'react-i18next'
import type { SourceProblem } from '#shared/programme/sources/source.ts'

/** More lines than this are counted, not listed. */
const LISTED = 100

/** Lines of a file that were passed over, each with what is wrong. */
export function SourceProblems({ problems }: { problems: readonly SourceProblem[] }) {
  const { t } = useTranslation('sources')
  if (problems.length === 0) return null
  return (
    <details className="source-problems">
      <summary className="warn">{t('problems', { count: problems.length })}</summary>
      <ul>
        {problems.slice(0, LISTED).map(({ line, type }) => (
          <li key={`${line} ${type}`}>{t(`problem.${type}`, { line })}</li>
        ))}
      </ul>
      {problems.length > LISTED && <p className="quiet">{t('problemsMore', { count: LISTED })}</p>}
    </details>
  )
}
