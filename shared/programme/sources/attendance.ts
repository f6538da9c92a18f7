import type { Row } from './cells.ts'
import { sourceOf, type SourceRead } from './collect.ts'
import { cellOf, isBlank, type Columns } from './columns.ts'
import type { Source, SourceLayout, SourcePart, SourceProblem } from './source.ts'
import { DAY, readClock, readMinutes } from './times.ts'

/** Names, and when they came: in one line each, or in one line per coming and going. */
export const isAttendance = (columns: Columns): boolean =>
  columns.has('name') &&
  (columns.has('join') ||
    (columns.has('minutes') && columns.has('email')) ||
    (columns.has('action') && columns.has('time')))

interface Stay {
  readonly line: number
  readonly name: string
  readonly email: string
  readonly from: number | null
  readonly to: number | null
  readonly minutes: number | null
}

/** A table of the same file that begins under this one: « 3. Activités ». */
const isTitle = ({ cells }: Row): boolean =>
  /^\d+\.\s/.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '')

/** Who was there: the lines of one person are one part, with the first coming, the last going, and the time in all. */
export function readAttendance(columns: Columns, rows: readonly Row[], layout: SourceLayout): SourceRead {
  const end = rows.findIndex(isTitle)
  const own = (end === -1 ? rows : rows.slice(0, end)).filter((row) => !isBlank(row))
  const problems: SourceProblem[] = own
    .filter((row) => cellOf(row, columns, 'name') === '')
    .map(({ line }) => ({ line, type: 'NoName' }))
  const named = own.filter((row) => cellOf(row, columns, 'name') !== '')
  const stays = columns.has('join') || !columns.has('action') ? staysOf(named, columns) : comings(named, columns)
  for (const { line, from } of stays)
    if (from === null && columns.has('join')) problems.push({ line, type: 'TimeUnreadable' })
  const parts = [...grouped(stays).values()].map(personOf)
  return sourceOf({ kind: 'attendance', layout, problems, parts, times: 'of the clock' })
}

const staysOf = (rows: readonly Row[], columns: Columns): readonly Stay[] =>
  rows.map((row) => {
    const [from, to] = [readClock(cellOf(row, columns, 'join')), readClock(cellOf(row, columns, 'leave'))]
    const until = from !== null && to !== null && to < from ? to + DAY : to
    const said = readMinutes(cellOf(row, columns, 'minutes'))
    return { ...whoOf(row, columns), from, to: until, minutes: said ?? minutesBetween(from, until) }
  })

const whoOf = (row: Row, columns: Columns) => ({
  line: row.line,
  name: cellOf(row, columns, 'name'),
  email: cellOf(row, columns, 'email'),
})

const minutesBetween = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : Math.round((to - from) / 60_000)

/** One line for each coming and each going, in the order they happened. */
function comings(rows: readonly Row[], columns: Columns): readonly Stay[] {
  const stays: Stay[] = []
  const open = new Map<string, number>()
  for (const row of rows) {
    const who = whoOf(row, columns)
    const at = readClock(cellOf(row, columns, 'time'))
    const isComing = /join|rejoin|entr|arriv|conect|connect|unio/i.test(cellOf(row, columns, 'action'))
    const index = open.get(keyOf(who))
    const stay = index === undefined ? undefined : stays[index]
    if (isComing || index === undefined || stay === undefined) {
      open.set(keyOf(who), stays.length)
      stays.push({ ...who, from: isComing ? at : null, to: isComing ? null : at, minutes: null })
    } else {
      const to = at !== null && stay.from !== null && at < stay.from ? at + DAY : at
      stays[index] = { ...stay, to, minutes: minutesBetween(stay.from, to) }
      open.delete(keyOf(who))
    }
  }
  return stays
}

const keyOf = ({ name, email }: Pick<Stay, 'name' | 'email'>): string =>
  (email === '' ? name : email).normalize('NFC').toLowerCase()

function grouped(stays: readonly Stay[]): ReadonlyMap<string, readonly Stay[]> {
  const groups = new Map<string, Stay[]>()
  for (const stay of stays) {
    const group = groups.get(keyOf(stay))
    if (group === undefined) groups.set(keyOf(stay), [stay])
    else group.push(stay)
  }
  return groups
}

const known = (values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null)

function personOf(stays: readonly Stay[]): SourcePart {
  const [first] = stays
  const [from, to] = [known(stays.map((stay) => stay.from)), known(stays.map((stay) => stay.to))]
  const minutes = known(stays.map((stay) => stay.minutes))
  return {
    line: first?.line ?? 1,
    at: from.length === 0 ? null : Math.min(...from),
    end: to.length === 0 ? null : Math.max(...to),
    who: first?.name ?? '',
    text: first?.email ?? '',
    about: '',
    ...(minutes.length === 0 ? {} : { minutes: minutes.reduce((sum, one) => sum + one, 0) }),
  }
}

/** Someone whom a list of a call names. */
export interface Attendee {
  /** As they called themselves in the call: a first name, a nickname, a telephone number. */
  readonly name: string
  /** Empty when the list has none. */
  readonly email: string
  /** In all, however often they came and went; null when the list does not say. */
  readonly minutes: number | null
  /** Of the file, to be told where something is wrong. */
  readonly line: number
}

/**
 * People whom a list of attendance names, one each, in the order in which they came: to be proposed as participants, for a
 * person to say who they are. Being there is no contribution: nobody here has a voice. Empty for any other source.
 */
export const peopleOfAttendance = ({ kind, parts }: Source): readonly Attendee[] =>
  kind === 'attendance'
    ? parts.map(({ who, text, minutes = null, line }) => ({ name: who, email: text, minutes, line }))
    : []
