/** Languages of the interface and of the documents we ship, the source language first. */
export const LANGUAGES = ['fr', 'en', 'es'] as const

export type Language = (typeof LANGUAGES)[number]

/** Each language in its own words, as a list of languages must show them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English', es: 'Español' }

/** Which regional forms of dates and numbers go with each language. */
export const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB', es: 'es-ES' }

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value)

/** The language we speak that a list of preferences (BCP 47 tags, best first) asks for; French when it asks for none. */
export const preferredLanguage = (preferences: readonly string[]): Language =>
  preferences.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'fr'
