import { useTranslation } from 'react-i18next'
import { isLanguage, type Language } from '#shared/i18n/languages.ts'
import { useWorkspace } from './use-workspace.ts'

/** The language of the page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'fr'
}

export type ListWords = (list: string, key: string) => string

/** Words of a list (`noteKind`, `category`…), with those that the process has of its own. */
export function useListWords(): ListWords {
  const { t, i18n } = useTranslation('lists')
  const { records, consultation } = useWorkspace()
  const template = records.get(consultation)?.f['template']
  return (list, key) =>
    i18n.exists(`lists:${list}.${key}`)
      ? t(`${list}.${key}` as 'noteKind.divergence', { context: typeof template === 'string' ? template : '' })
      : key
}
