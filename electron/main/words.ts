import { app } from 'electron'
import { type Language, preferredLanguage } from '#shared/i18n/languages.ts'
import { createTranslator, type Translate } from '#shared/i18n/translator.ts'

let current: Translate | undefined

/** The words of menus and dialogs: those of the system's language until a language is chosen. Only once ready. */
export const words = (): Translate =>
  (current ??= createTranslator(preferredLanguage(app.getPreferredSystemLanguages())))

export function speak(language: Language): void {
  current = createTranslator(language)
}
