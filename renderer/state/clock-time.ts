import { type Language, LOCALES } from '#shared/i18n/languages.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/** A formatter, made anew only where this computer has gone to another time zone: making one costs a hundred uses. */
function format(locale: string, options: Intl.DateTimeFormatOptions, ms: number): string {
  const key = `${locale} ${JSON.stringify(options)} ${new Date(ms).getTimezoneOffset()}`
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options)
  made.set(key, known)
  return known.format(ms)
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const

/** A moment as the clock on the wall showed it: 15:27. Milliseconds since 1970. */
export const clockTime = (ms: number, language: Language): string => format(LOCALES[language], CLOCK, ms)

/** The day of a moment as sessions write it, `YYYY-MM-DD`, where this computer stands. */
export const dayOf = (ms: number): string => format('sv-SE', {}, ms)

/** The time of day of a moment as slots write it, `HH:MM`, where this computer stands. */
export const timeOfDay = (ms: number): string => format('sv-SE', CLOCK, ms)

/** A moment with its day: « 19 mai 2021 à 08:47 ». */
export const dayAndTime = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(ms)

/** The same to the second, for what the disk has: 15:27:05. */
export const secondTime = (ms: number, language: Language): string => new Date(ms).toLocaleTimeString(LOCALES[language])
