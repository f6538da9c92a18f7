import type { Language } from '#shared/i18n/languages.ts'
import { createI18n } from '#shared/i18n/translator.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'

/** The words of one language for what is inside, on the page's `lang` too. */
export function Words({ language, children }: { language: Language; children: ReactNode }) {
  const [i18n] = useState(() => createI18n(language))
  useEffect(() => {
    document.documentElement.lang = language
    void i18n.changeLanguage(language)
  }, [i18n, language])
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
}
