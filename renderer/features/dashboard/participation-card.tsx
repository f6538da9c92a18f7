import { useTranslation } from 'react-i18next'
import { formatNumber, formatPercent } from '#shared/i18n/format.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { Card } from './card.tsx'
import type { Part, Participation } from './participation.ts'

interface PartsProps {
  caption: string
  list: 'gender' | 'category'
  parts: readonly Part[]
}

function Parts({ caption, list, parts }: PartsProps) {
  const { t } = useTranslation('dashboard')
  const [language, words] = [useLanguage(), useListWords()]
  const greatest = Math.max(1, ...parts.map(({ count }) => count))
  return (
    <table className="dashboard-parts">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {parts.map(({ key, count, share }) => (
          <tr key={key ?? ''}>
            <th scope="row">{key === null ? t('participation.unstated') : words(list, key)}</th>
            <td aria-hidden>
              <span className="dashboard-bar" data-unstated={key === null}>
                <i style={{ inlineSize: `${(count / greatest) * 100}%` }} />
              </span>
            </td>
            <td>{formatNumber(count, language)}</td>
            <td className="quiet">
              <bdi>{share !== null && formatPercent(share, language)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who was heard, by gender and by category, those who said nothing of it included. */
export function ParticipationCard({ participation }: { participation: Participation }) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const { total, genders, categories } = participation
  return (
    <Card
      title={t('participation.title')}
      detail={
        <small>
          <bdi>{t('participation.total', { total: formatNumber(total, language) })}</bdi>
        </small>
      }
    >
      {total === 0 ? (
        <p className="quiet">{t('participation.none')}</p>
      ) : (
        <>
          <Parts caption={t('participation.gender')} list="gender" parts={genders} />
          <Parts caption={t('participation.category')} list="category" parts={categories} />
        </>
      )}
    </Card>
  )
}
