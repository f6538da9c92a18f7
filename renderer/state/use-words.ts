import type { i18n } from 'i18next'
import { useCallback, useContext, useSyncExternalStore } from 'react'
import { I18nContext } from 'react-i18next'
import { isLanguage, type Language } from '#shared/i18n/languages.ts'
import { useWorkspace } from './use-workspace.ts'

/** The words of the page, without what `useTranslation` prepares of a catalogue: each row of a long list asks for them. */
function useI18n(): readonly [i18n: i18n, language: string] {
  const { i18n } = useContext(I18nContext)
  const listen = useCallback(
    (tell: () => void) => {
      i18n.on('languageChanged', tell)
      return () => i18n.off('languageChanged', tell)
    },
    [i18n],
  )
  return [i18n, useSyncExternalStore(listen, () => i18n.language)]
}

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
