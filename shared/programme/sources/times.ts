const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Of a cue: hours may be missing, a comma or a point before the milliseconds. */
const TIMECODE = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/

/** Milliseconds of `01:02:03.450`, `02:03,45`; null for anything else. */
export function readTimecode(text: string): number | null {
  const [, hours = '0', minutes = '', seconds = '', fraction = '0'] = TIMECODE.exec(text) ?? []
  if (minutes === '' || Number(minutes) > 59 || Number(seconds) > 59) return null
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND + Number(fraction.padEnd(3, '0'))
}

/** A time, a day and a zone are no longer than this; what is longer is something else. */
const LONGEST = 60
const shortText = (text: string): string => (text.length > LONGEST ? '' : text.replace(/[\u00a0\u202f]/g, ' ').trim())

const CLOCK =
  /(?:^|[\sT])(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:([ap])\.?\s?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT)?\s*$/i

/**
 * What the clock shows at the end of a text that may begin with a day (`01/06/2023 02:03:15 PM`, `14:03`), in milliseconds
 * since midnight; null when it shows nothing. The day is left aside: programs write it in the order of their country.
 */
export function readClock(text: string): number | null {
  const [, hours = '', minutes = '', seconds = '0', half] = CLOCK.exec(shortText(text)) ?? []
  if (hours === '' || Number(minutes) > 59 || Number(seconds) > 59) return null
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + afternoon
  return hour > 23 ? null : hour * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND
}

const DURATION = /(?:(\d+)\s*h[a-z]*\.?)?\s*(?:(\d+)\s*m[a-z]*\.?)?\s*(?:(\d+)\s*s[a-z]*\.?)?/i

/** Minutes of `97`, `1h 37m 2s`, `1 h 37 min`, `01:37:02`; null for anything else. */
export function readMinutes(text: string): number | null {
  const said = shortText(text)
  if (/^\d+(?:[.,]\d+)?$/.test(said)) return Math.round(Number(said.replace(',', '.')))
  const code = readTimecode(said)
  if (code !== null) return Math.round(code / MINUTE)
  const [whole, hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(said) ?? []
  if (whole === undefined || whole === '' || whole.length < said.length) return null
  return Math.round(Number(hours) * 60 + Number(minutes) + Number(seconds) / 60)
}

/** `HH:MM` or `HH:MM:SS`, as a record keeps it. */
export const readStart = (text: string | undefined): number | null =>
  text !== undefined && /^\d{2}:\d{2}(?::\d{2})?$/.test(text) ? readClock(text) : null

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')

/** Milliseconds since midnight as `HH:MM:SS`. */
export function writeStart(ms: number): string {
  const inDay = (((Math.round(ms / SECOND) * SECOND) % DAY) + DAY) % DAY
  return `${two(inDay / HOUR)}:${two((inDay % HOUR) / MINUTE)}:${two((inDay % MINUTE) / SECOND)}`
}

/** Times of a clock that went past midnight go on counting. */
export function pastMidnight(times: readonly (number | null)[]): readonly (number | null)[] {
  let [days, former] = [0, 0]
  return times.map((time) => {
    if (time === null) return null
    if (former - time > DAY / 2) days += 1
    former = time
    return time + days * DAY
  })
}
