import { isLanguage, type Language } from '#shared/i18n/languages.ts'
import { useI18n } from '../ui/use-texts.ts'
import { useWorkspace } from './use-workspace.ts'

/** The language of the page. */
export function useLanguage(): Language {
  const [, language] = useI18n()
  return isLanguage(language) ? language : 'fr'
}

export type ListWords = (list: string, key: string) => string

/** Words of a list (`noteKind`, `category`…), with those that the process has of its own. */
export function useListWords(): ListWords {
  const [i18n] = useI18n()
  const { records, consultation } = useWorkspace()
  const template = records.get(consultation)?.f['template']
  return (list, key) =>
    i18n.exists(`lists:${list}.${key}`)
      ? i18n.t(`lists:${list}.${key}` as 'lists:noteKind.divergence', {
          context: typeof template === 'string' ? template : '',
        })
      : key
}
