import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import { isKind } from '#shared/model/record.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import type { Filter, FilterPart, View } from './review-filter.ts'

/** A filter in words: « Axe : 4 Transition écologique ». */
export function useFilterWords(): (filter: Filter, part: FilterPart) => string {
  const { t } = useTranslation(['review', 'common'])
  const [{ records }, language, words] = [useWorkspace(), useLanguage(), useListWords()]
  const valueOf = (part: FilterPart, value: string): string => {
    const record = records.get(value)
    if (part === 'view') return t(`view.${value as View}`)
    if (part === 'kind') return words('noteKind', value)
    if (part === 'scope') return t(`common:scope.${value as 'trend'}`)
    if (part === 'text') return t('filter.quoted', { text: value })
    if (record !== undefined && isKind(record, 'session') && record.f.date !== undefined)
      return `${formatDay(record.f.date, language)}, ${labelOf(record, language)}`
    return shortLabel(record, language)
  }
  return (filter, part) => t('filter.said', { part: t(`part.${part}`), value: valueOf(part, filter[part] ?? '') })
}
