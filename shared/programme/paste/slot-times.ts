/** The times at the head of a line, or at its end, and the words that they leave. */
export interface SlotTimes {
  readonly start: string
  /** Empty when it is not said. */
  readonly end: string
  readonly rest: string
  /** « jusqu’à midi » gives an end alone. */
  readonly isEndAlone: boolean
}

interface Clock {
  readonly minutes: number
  readonly half: 'a' | 'p' | ''
}

const DAY = 1440
const MARKED = String.raw`\d{1,2}\s?(?:heures?|hrs?|hs|h)(?:\s?[0-5]\d(?!\d))?(?:\s?(?:min|mn|hrs?|h)(?![\p{L}]))?|\d{1,2}\s?[:.]\s?[0-5]\d(?::[0-5]\d)?(?:\s?(?:hrs?|hs|h|heures|horas|uhr)(?![\p{L}]))?|\d{1,2}\s+horas`
const HALF = String.raw`(?:\s?[ap]\.?\s?m\.?(?![\p{L}]))`
const NAMED = 'midi|minuit|noon|midnight|mediod[ií]a|medianoche'
const TIME = String.raw`(?:(?:${MARKED})${HALF}?|\d{1,2}${HALF}|(?:${NAMED}))(?![\p{L}\d%€$])`
const BARE = String.raw`\d{1,2}(?![\d:.hH]\d)`
const LEAD = String.raw`(?:[àa]\s+partir\s+d(?:e(?:\s+las?)?\s|[’'])|[àa]\s+compter\s+de\s|starting\s+(?:at|from)\s|desde(?:\s+las?)?\s|from\s|d[eè]s\s|de(?:\s+las?)?\s|vers\s|around\s|hacia\s+las?\s|at\s|a\s+las?\s|à\s|entre(?:\s+las?)?\s|between\s)`
const UNTIL = String.raw`(?:jusqu(?:e|’|')\s?(?:à|a)?\s?|until\s|till\s|hasta(?:\s+las?)?\s)`
const TO = String.raw`(?:\s*(?:[-–—−‒→~/]|->|–>|\.{2,3}|…)+\s*|\s+(?:à|a(?:\s+las?)?|au|to|until|till|jusqu[’']à|hasta(?:\s+las?)?|et|and|y(?:\s+las?)?)\s+|\t\s*)`

const RANGE = String.raw`(?:${LEAD})?(?:(${TIME})|(${BARE}))(?:${TO}(${TIME}))`
const AT_HEAD = new RegExp(String.raw`^[\s([]*(?:${RANGE}|(?:${LEAD})?(${TIME}))[\s)\]]*`, 'iu')
const END_AT_HEAD = new RegExp(String.raw`^[\s([]*${UNTIL}(${TIME})[\s)\]]*`, 'iu')
const AT_END = new RegExp(String.raw`^(.*\S)(?:\s*[([]|\t|,\s*|\s+[-–—:]\s*|\s+)${RANGE}[\s)\].]*$`, 'iu')
/** What parts the times from the title. */
const PARTING = /^[\s:;,.|_–—-]+/u

/** `null` for a line that says no time where a programme does. */
export function slotTimes(line: string): SlotTimes | null {
  const head = AT_HEAD.exec(line)
  if (head !== null) {
    const [whole, first, bare, second, alone] = head
    return timesOf(first ?? bare ?? alone, second, line.slice(whole.length))
  }
  const until = END_AT_HEAD.exec(line)
  if (until !== null) {
    const end = clockOf(until[1] ?? '')
    return end === null
      ? null
      : { start: '', end: written(end.minutes), rest: restOf(line.slice(until[0].length)), isEndAlone: true }
  }
  const [, before, first, bare, second] = AT_END.exec(line) ?? []
  return before === undefined ? null : timesOf(first ?? bare, second, before.replace(/[\s,:–—-]+$/u, ''))
}

function timesOf(from: string | undefined, to: string | undefined, rest: string): SlotTimes | null {
  const [start, end] = [clockOf(from ?? ''), to === undefined ? null : clockOf(to)]
  if (start === null || (to !== undefined && end === null)) return null
  const minutes = end === null ? start.minutes : beside(start, end)
  return {
    start: written(minutes),
    end: end === null ? '' : written(end.minutes),
    rest: restOf(rest),
    isEndAlone: false,
  }
}

const restOf = (rest: string): string => rest.replace(PARTING, '').trim()

/** “2–3 pm” says its half once: the start takes it unless it would come after the end. */
function beside(start: Clock, end: Clock): number {
  if (start.half !== '' || end.half === '') return start.minutes
  const afternoon = (start.minutes % (DAY / 2)) + DAY / 2
  return end.half === 'p' && afternoon < end.minutes ? afternoon : start.minutes
}

function clockOf(text: string): Clock | null {
  const words = text.toLowerCase().replace(/\s+/gu, ' ').trim()
  if (/^(?:midi|noon|mediod)/u.test(words)) return { minutes: DAY / 2, half: 'p' }
  if (/^(?:minuit|midnight|medianoche)/u.test(words)) return { minutes: DAY, half: 'a' }
  const [, hours = '', minutes = '0', half = ''] =
    /^(\d{1,2})(?:\s?[^\d\sap][^\d]*?\s?)?(\d{2})?(?::\d{2})?\s?(?:min|mn|hrs?|hs|heures|horas|uhr|h)?\s?(?:([ap])\.?\s?m\.?)?$/u.exec(
      words,
    ) ?? []
  if (hours === '') return null
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0) || (half !== '' && (hour > 12 || hour === 0))) return null
  const shift = half === '' ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return { minutes: shift * 60 + minute, half: half === 'a' || half === 'p' ? half : '' }
}

/** `HH:MM`; the end of a day is `24:00`. */
const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Minutes since midnight of `HH:MM`. */
export const minutesOfTime = (time: string): number | null => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/u.exec(time) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
