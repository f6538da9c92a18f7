import { type Language, LOCALES } from './languages.ts'

const DAY_SHAPES = {
  /** mercredi 19 mai 2021 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 19 mai 2021 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 19 mai */
  short: { day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DayShape = keyof typeof DAY_SHAPES

/** Making a formatter costs a hundred times what using it does. */
function keptPerLanguage<Key extends string, Made>(make: (language: Language, key: Key) => Made) {
  const made = new Map<string, Made>()
  return (language: Language, key: Key): Made => {
    const name = `${language} ${key}`
    const known = made.get(name) ?? make(language, key)
    made.set(name, known)
    return known
  }
}

const dayFormat = keptPerLanguage(
  (language, shape: DayShape) => new Intl.DateTimeFormat(LOCALES[language], { ...DAY_SHAPES[shape], timeZone: 'UTC' }),
)
const NUMBER_SHAPES = { decimal: { maximumFractionDigits: 2 }, percent: { style: 'percent' } } as const
const numberFormat = keptPerLanguage(
  (language, shape: keyof typeof NUMBER_SHAPES) => new Intl.NumberFormat(LOCALES[language], NUMBER_SHAPES[shape]),
)
const listFormat = keptPerLanguage((language, type: 'conjunction') => new Intl.ListFormat(LOCALES[language], { type }))

/** French counts the first of a month, and only that one, with an ordinal. */
const withFrenchFirst = (text: string, language: Language) =>
  language === 'fr' ? text.replace(/(?<!\d)1(?=[ –])/gu, '1er') : text

/** A day of the calendar (`2021-05-01`) in words, the month never a number: « 1er mai 2021 ». */
export const formatDay = (day: string, language: Language, shape: DayShape = 'long'): string =>
  withFrenchFirst(dayFormat(language, shape).format(new Date(`${day}T00:00:00Z`)), language)

/** Two days and what lies between, nothing said twice: « 10–14 mai 2021 ». */
export const formatDays = (first: string, last: string, language: Language): string =>
  first === last
    ? formatDay(first, language)
    : withFrenchFirst(
        dayFormat(language, 'long').formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)),
        language,
      )

/** A whole or decimal number with the separators of the language: « 10 000 » with a narrow no-break space. */
export const formatNumber = (value: number, language: Language): string =>
  numberFormat(language, 'decimal').format(value)

/** A share between 0 and 1 as a percentage without decimals. */
export const formatPercent = (share: number, language: Language): string =>
  numberFormat(language, 'percent').format(share)

/** « a, b et c » */
export const formatList = (items: readonly string[], language: Language): string =>
  listFormat(language, 'conjunction').format(items)
