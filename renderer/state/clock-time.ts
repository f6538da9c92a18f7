import { type Language, LOCALES } from '#shared/i18n/languages.ts'

/** A moment as the clock on the wall showed it: 15:27. Milliseconds since 1970. */
export const clockTime = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(ms)

/** The day of a moment as sessions write it, `YYYY-MM-DD`, where this computer stands. */
export const dayOf = (ms: number): string => new Intl.DateTimeFormat('sv-SE').format(ms)

/** The time of day of a moment as slots write it, `HH:MM`, where this computer stands. */
export const timeOfDay = (ms: number): string =>
  new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' }).format(ms)

/** A moment with its day: « 19 mai 2021 à 08:47 ». */
export const dayAndTime = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(ms)

/** The same to the second, for what the disk has: 15:27:05. */
export const secondTime = (ms: number, language: Language): string => new Date(ms).toLocaleTimeString(LOCALES[language])
