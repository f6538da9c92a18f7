import { dayOfText, type DayOfText } from './day-of-text.ts'
import { meetingLinks, type MeetingLink } from './meeting-links.ts'
import { peopleOfText } from './people-of-text.ts'
import type { PersonOfText } from './person-of-text.ts'
import { startsWithName } from './pieces.ts'
import { minutesOfTime, slotTimes } from './slot-times.ts'
import { slotKindOf, titleAndPeople, type SlotKind } from './slot-title.ts'
import { joinedLines, textLines, type LeftLine } from './text-lines.ts'

export type SlotDoubt =
  'no-end' | 'no-start' | 'no-title' | 'overlaps' | 'ends-before-start' | 'several-lines' | 'another-day'

export interface SlotOfText {
  /** Where it begins in the text, from 1. */
  readonly line: number
  /** `HH:MM`, or empty. */
  readonly start: string
  readonly end: string
  readonly title: string
  readonly slotKind: SlotKind
  readonly people: readonly PersonOfText[]
  readonly doubt: readonly SlotDoubt[]
}

export interface Agenda {
  readonly day: DayOfText | null
  readonly slots: readonly SlotOfText[]
  readonly links: readonly MeetingLink[]
  /** Lines, or words of lines, that nothing was made of. */
  readonly left: readonly LeftLine[]
}

/** A slot while its lines are read. */
interface Open {
  line: number
  start: string
  end: string
  title: string
  people: readonly PersonOfText[]
  readonly doubt: Set<SlotDoubt>
}

interface Reading {
  day: DayOfText | null
  isOtherDay: boolean
  readonly slots: Open[]
  readonly links: MeetingLink[]
  readonly left: LeftLine[]
}

const isHead = (text: string): boolean => slotTimes(text) !== null || meetingLinks(0, text).links.length > 0

/** A pasted programme: its slots in the order of the text. Nothing is guessed that a line does not say; what no slot took is in `left`. */
export function agendaOfText(pasted: string): Agenda {
  const reading: Reading = { day: null, isOtherDay: false, slots: [], links: [], left: [] }
  for (const { line, text, isAfterBlank, isListed } of joinedLines(textLines(pasted), isHead)) {
    const { links, rest } = meetingLinks(line, text)
    reading.links.push(...links)
    if (rest !== '') readLine(reading, line, rest, isAfterBlank && !isListed, links.length > 0)
  }
  const slots = reading.slots.map(closed)
  return { day: reading.day, slots: withDoubts(slots), links: reading.links, left: reading.left }
}

function readLine(reading: Reading, line: number, text: string, isApart: boolean, isOfLink: boolean): void {
  const times = slotTimes(text)
  const day = dayOfText(line, times?.rest ?? text)
  if (day !== null && (day.isAlone || (times === null && reading.slots.length === 0))) return addDay(reading, day, text)
  if (times !== null) return addTimes(reading, line, times)
  const slot = reading.slots.at(-1)
  const isTaken = slot !== undefined && !isOfLink && goesOn(slot, line, text, isApart)
  if (!isTaken) reading.left.push({ line, text })
}

/** The line of a day is told as the day, and as it is when it says more. */
function addDay(reading: Reading, day: DayOfText, text: string): void {
  if (reading.day === null) reading.day = day
  else if (day.words !== reading.day.words) reading.isOtherDay = true
  if (reading.day !== day || !day.isAlone || text !== day.words) reading.left.push({ line: day.line, text })
}

function addTimes(reading: Reading, line: number, times: NonNullable<ReturnType<typeof slotTimes>>): void {
  const { start, end, rest, isEndAlone } = times
  const before = reading.slots.at(-1)
  // A column of times, one under the other.
  if (
    before !== undefined &&
    before.title === '' &&
    before.end === '' &&
    rest === '' &&
    !isEndAlone &&
    before.start < start
  ) {
    before.end = start
    return
  }
  const doubt = new Set<SlotDoubt>(reading.isOtherDay ? ['another-day'] : [])
  reading.slots.push({ line, start, end, ...titleAndPeople(line, rest), doubt })
}

/** Whether a line without a time belongs to the slot before: its title, its people, or where the last of them is from. */
function goesOn(slot: Open, line: number, text: string, isApart: boolean): boolean {
  if (slot.title === '') {
    Object.assign(slot, titleAndPeople(line, text))
    return true
  }
  const { people, left } = peopleOfText(text)
  if (people.length > 0 && left.length === 0 && (!isApart || isIntroduced(text))) {
    slot.people = [...slot.people, ...people.map((one) => Object.assign({}, one, { line }))]
    return true
  }
  if (isApart) return false
  const last = slot.people.at(-1)
  if (last === undefined) {
    const { title, people: others } = titleAndPeople(line, text)
    slot.title = `${slot.title} ${title}`
    slot.people = others
    slot.doubt.add('several-lines')
    return true
  }
  if (last.organisation !== '' || text.length > 120) return false
  const doubt = [...last.doubt.filter((said) => said !== 'no-organisation'), 'organisation-guessed' as const]
  slot.people = [...slot.people.slice(0, -1), { ...last, organisation: text, doubt }]
  return true
}

/** « Intervenante : … », « Nom, fonction »: a paragraph apart that can only be people. */
const isIntroduced = (text: string): boolean => /:/u.test(text) || (startsWithName(text) && /[,(_—–]|\s-\s/u.test(text))

function closed({ doubt, ...slot }: Open): SlotOfText {
  const [start, end] = [minutesOfTime(slot.start), minutesOfTime(slot.end)]
  if (slot.end === '') doubt.add('no-end')
  if (slot.start === '') doubt.add('no-start')
  if (slot.title === '') doubt.add('no-title')
  if (start !== null && end !== null && end <= start) doubt.add('ends-before-start')
  return { ...slot, slotKind: slotKindOf(slot.title), doubt: [...doubt] }
}

const withDoubts = (slots: readonly SlotOfText[]): readonly SlotOfText[] =>
  slots.map((slot, at) => {
    const before = slots[at - 1]
    const isOver = before !== undefined && slot.start !== '' && slot.start < (before.end || before.start)
    return isOver && !slot.doubt.includes('another-day') ? { ...slot, doubt: [...slot.doubt, 'overlaps'] } : slot
  })

/** From the first start to the last end, and the minutes that no slot takes between two of them. */
export interface Span {
  readonly start: string
  readonly end: string
  readonly minutes: number
  readonly gaps: readonly { readonly after: number; readonly minutes: number }[]
}

/** `null` while no slot says when it begins or ends. A slot without an end lasts until the next. */
export function spanOf(slots: readonly Pick<SlotOfText, 'start' | 'end'>[]): Span | null {
  const starts = slots.flatMap(({ start }) => minutesOfTime(start) ?? [])
  const ends = slots.flatMap(({ start, end }) => minutesOfTime(end) ?? minutesOfTime(start) ?? [])
  if (starts.length === 0 || ends.length === 0) return null
  const [first, last] = [Math.min(...starts), Math.max(...ends)]
  const gaps = slots.flatMap(({ end }, after) => {
    const minutes = (minutesOfTime(slots[after + 1]?.start ?? '') ?? 0) - (minutesOfTime(end) ?? Infinity)
    return minutes > 0 ? [{ after, minutes }] : []
  })
  return { start: clock(first), end: clock(last), minutes: last - first, gaps }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
