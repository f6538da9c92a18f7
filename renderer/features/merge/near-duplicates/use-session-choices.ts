import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import { useLanguage } from '../../../state/use-words.ts'
import { useRecords } from '../../../state/use-workspace.ts'
import { BETWEEN } from './rows.ts'

/** Sessions to look at, those where most pairs wait first; then the others, on their dates. */
export function useSessionChoices(waiting: ReadonlyMap<string, number>) {
  const { t } = useTranslation('duplicates')
  const language = useLanguage()
  const sessions = useRecords('session').map((session) => ({
    value: session.id,
    name: [session.f.date === undefined ? '' : formatDay(session.f.date, language), labelOf(session, language)]
      .filter(Boolean)
      .join(', '),
  }))
  return [...sessions, { value: BETWEEN, name: t('session.between') }]
    .map(({ value, name }) => ({ value, name, count: waiting.get(value) ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ value, name, count }) => ({ value, label: t('session.waiting', { name, count }) }))
}
