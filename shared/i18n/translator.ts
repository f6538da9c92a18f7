import { createInstance, type i18n as I18n, type TFunction } from 'i18next'
import { catalogues, type Namespace, NAMESPACES } from './catalogues.ts'
import { LANGUAGES, type Language } from './languages.ts'

/** Words in one fixed language: `translate('menu:file.open')`. A key without a subject is looked up in `common`. */
export type Translate = TFunction<['common', ...Namespace[]]>

/** An i18next instance that holds every catalogue, ready at once. Values are not escaped: what shows them does it. */
export function createI18n(language: Language): I18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    resources: catalogues,
    ns: NAMESPACES,
    defaultNS: 'common',
    fallbackLng: false,
    supportedLngs: LANGUAGES,
    returnEmptyString: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return instance
}

/** The words of one language; several languages can be in use at once, as when a French screen writes a Spanish report. */
export const createTranslator = (language: Language): Translate =>
  createI18n(language).getFixedT(language, ['common', ...NAMESPACES])
