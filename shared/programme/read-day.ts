import { words } from '../search/normalise.ts'

/** Whether a column writes 3 April as 03/04 or 04/03; `unproven` when no date of it can only be read one way. */
export type DayOrder = 'day-first' | 'month-first' | 'unproven'

export interface ReadDay {
  /** ISO, `2021-05-07`. */
  readonly day: string
  /** True when the same digits in the other order are another day and nothing in the column says which. */
  readonly ambiguous: boolean
}

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const numericDay = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,].*)?$/
const dayNumber = /^(\d{1,2})(?:er|o|st|nd|rd|th)?$/

const MONTHS = [
  ['janvier', 'january', 'enero'],
  ['fevrier', 'february', 'febrero'],
  ['mars', 'march', 'marzo'],
  ['avril', 'april', 'abril'],
  ['mai', 'may', 'mayo'],
  ['juin', 'june', 'junio'],
  ['juillet', 'july', 'julio'],
  ['aout', 'august', 'agosto'],
  ['septembre', 'september', 'septiembre', 'setiembre'],
  ['octobre', 'october', 'octubre'],
  ['novembre', 'november', 'noviembre'],
  ['decembre', 'december', 'diciembre'],
] as const

/** Looks at every date of a column, since one alone seldom says in which order it is written. */
export function dayOrder(texts: Iterable<string>): DayOrder {
  let isMonthFirst = false
  for (const text of texts) {
    const [, first, second] = numericDay.exec(text.trim()) ?? []
    // Days come first in the three languages of the catalogues: a column that mixes both orders is read so, and its other dates refused.
    if (Number(first) > 12) return 'day-first'
    if (Number(second) > 12) isMonthFirst = true
  }
  return isMonthFirst ? 'month-first' : 'unproven'
}

/**
 * A day written as `2021-05-07`, `07/05/2021` or in words in French, English or Spanish (« 1er mai 2021 », “May 7, 2021”);
 * a time after it is left out. `null` for anything else, days that do not exist and years outside 1900–2100 included.
 */
export function readDay(text: string, order: DayOrder): ReadDay | null {
  const written = text.trim()
  const iso = isoDay.exec(written)
  if (iso !== null) return existingDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = numericDay.exec(written)
  if (numeric === null) return dayInWords(written)
  const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])]
  if (order === 'month-first') return existingDay(year, first, second)
  return existingDay(year, second, first, order === 'unproven' && first !== second && first <= 12)
}

function dayInWords(text: string): ReadDay | null {
  const parts = words(text)
  const months = parts.flatMap(monthNumber)
  const days = parts.flatMap((part) => dayNumber.exec(part)?.[1] ?? [])
  const years = parts.filter((part) => /^\d{4}$/.test(part))
  if (months.length !== 1 || days.length !== 1 || years.length !== 1) return null
  return existingDay(Number(years[0]), Number(months[0]), Number(days[0]))
}

/** The month that a name or its beginning says, none for the beginning of two (« jui »). */
function monthNumber(word: string): readonly number[] {
  if (word.length < 3) return []
  const months = MONTHS.flatMap((names, index) => (names.some((name) => name.startsWith(word)) ? [index + 1] : []))
  return months.length === 1 ? months : []
}

function existingDay(year: number, month: number, day: number, ambiguous = false): ReadDay | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return { day: `${year}-${padded(month)}-${padded(day)}`, ambiguous }
}

const padded = (part: number): string => String(part).padStart(2, '0')
