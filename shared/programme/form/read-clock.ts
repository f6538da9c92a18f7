/**
 * A clock time as `HH:MM`, from `14:30`, `14h30`, `14 h`, `2:30 pm` or the share of a day of a spreadsheet; `null` for
 * anything else.
 */
export function readClock(words: string): string | null {
  const text = words.replace(/\s+/g, ' ').trim().toLowerCase()
  if (/^0?[.,]\d+$/.test(text)) return clockOf(Math.round(Number(text.replace(',', '.')) * MINUTES_PER_DAY))
  const [, hours, minutes = '0', half] = clock.exec(text) ?? []
  if (hours === undefined) return null
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (minute > 59 || hour > (half === undefined ? 23 : 12)) return null
  const shift = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return clockOf(shift * 60 + minute)
}

const MINUTES_PER_DAY = 1440
/** What may be before it is the day, which a spreadsheet adds; seconds are left out. */
const clock = /^(?:\d{4}-\d{2}-\d{2}t)?(\d{1,2})(?: ?[:.h] ?(\d{2})?(?:[:.]\d{2})?(?: ?min)?)?(?: ?([ap])\.?m\.?)?$/

function clockOf(minutes: number): string | null {
  if (minutes >= MINUTES_PER_DAY) return null
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const two = (number: number): string => String(number).padStart(2, '0')
