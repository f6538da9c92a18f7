import type { FlatNamespace, i18n, TFunction } from 'i18next'
import { useContext, useSyncExternalStore } from 'react'
import { I18nContext } from 'react-i18next'

type Listen = (tell: () => void) => () => void

const listens = new WeakMap<i18n, Listen>()
const texts = new WeakMap<i18n, Map<string, unknown>>()

function listenTo(i18n: i18n): Listen {
  const known = listens.get(i18n)
  if (known !== undefined) return known
  const listen: Listen = (tell) => {
    i18n.on('languageChanged', tell)
    return () => i18n.off('languageChanged', tell)
  }
  listens.set(i18n, listen)
  return listen
}

/** The words of the page and its language, without what `useTranslation` prepares for catalogues that are still to load. */
export function useI18n(): readonly [i18n: i18n, language: string] {
  const { i18n } = useContext(I18nContext)
  return [i18n, useSyncExternalStore(listenTo(i18n), () => i18n.language)]
}

/** `t` of some catalogues, the same function while the language is the same: each row of a long list asks for it. */
export function useTexts<const N extends FlatNamespace | readonly FlatNamespace[]>(namespaces: N): TFunction<N> {
  const [i18n, language] = useI18n()
  const known = texts.get(i18n) ?? new Map<string, unknown>()
  texts.set(i18n, known)
  const key = `${language} ${String(namespaces)}`
  if (!known.has(key)) known.set(key, i18n.getFixedT(language, namespaces))
  return known.get(key) as TFunction<N>
}
