import { overMidnight, part, sourceOf, type SourceRead } from './collect.ts'
import type { SourcePart, SourceProblem } from './source.ts'
import { readClock, readTimecode } from './times.ts'

interface Header {
  readonly time: number
  readonly isClock: boolean
  readonly who: string
  readonly to: string
  readonly text: string
}
type Layout = 'zoom' | 'teams'
type ReadHeader = (line: string) => Header | null

/** Kept with the recording: time since its beginning, name and words between tabs. */
const ZOOM_CLOUD = /^(\d{1,2}:\d{2}:\d{2})\t+([^\t]+?):?\t+(.*)$/
/** Saved by a participant; the words may begin on the next line. */
const ZOOM_SAVED =
  /^(\d{4}-\d{2}-\d{2}\s+)?(\d{1,2}:\d{2}:\d{2})\s+(?:From|De)\s+(.+?)(?:\s+(?:to|à|a)\s+(.+?))?\s*:(?:\s+(.*)|\s*)$/i
/** Copied from the conversation. */
const TEAMS = /^\[([^\]]{4,40})\]\s*([^:]{1,100}?)(?:\s*:\s*(.*))?$/

const EVERYONE = /^(?:everyone|all panelists|all panelists and attendees|tout le monde|tous|todos|todo el mundo)\b/i
/** A meeting that began in the night is rarer than one whose times count from its beginning. */
const FIRST_HOUR_OF_DAY = 6 * 3_600_000

const zoomCloud: ReadHeader = (line) => {
  const [, time = '', who = '', text = ''] = ZOOM_CLOUD.exec(line) ?? []
  const at = readTimecode(time)
  return at === null ? null : { time: at, isClock: false, who: who.trim(), to: '', text }
}

const zoomSaved: ReadHeader = (line) => {
  const [, day, time = '', who = '', to = '', text = ''] = ZOOM_SAVED.exec(line) ?? []
  const at = readTimecode(time)
  if (at === null) return null
  const isClock = day !== undefined || at >= FIRST_HOUR_OF_DAY
  return { time: at, isClock, who: who.trim(), to: EVERYONE.test(to) ? '' : to.trim(), text }
}

const teams: ReadHeader = (line) => {
  const [, time = '', who = '', text = ''] = TEAMS.exec(line) ?? []
  const at = readClock(time)
  return at === null || who.trim() === '' ? null : { time: at, isClock: true, who: who.trim(), to: '', text }
}

const READERS: readonly (readonly [Layout, ReadHeader])[] = [
  ['zoom', zoomCloud],
  ['zoom', zoomSaved],
  ['teams', teams],
]

/** Names and times stand in so many letters; a pattern is not tried on a line without end. */
const HEAD = 400

/** What begins a message. The program marks directions in its times; they are no part of them. */
function headOf(line: string, header: ReadHeader): Header | null {
  const head = header(line.slice(0, HEAD).replace(/[\u200e\u200f\u2068\u2069]/g, ''))
  return head === null ? null : { ...head, text: head.text + line.slice(HEAD) }
}

/** How a discussion is written, told by its first lines; null when it is none. */
export function chatLayout(text: string): readonly [Layout, ReadHeader] | null {
  const first = text
    .slice(0, 10_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 5)
  return READERS.find(([, header]) => first.some((line) => headOf(line, header) !== null)) ?? null
}

/** Messages of a discussion. Lines under a message go on with it; what was said to one person says to whom. */
export function readChat(text: string, [layout, header]: readonly [Layout, ReadHeader]): SourceRead {
  const problems: SourceProblem[] = []
  const messages: SourcePart[] = []
  let isClock = false
  for (const [index, line] of text.split('\n').entries()) {
    const head = headOf(line, header)
    const last = messages.at(-1)
    if (head !== null) {
      isClock ||= head.isClock
      messages.push(part(index + 1, head.time, head.who, head.text.trim(), head.to))
    } else if (last !== undefined) messages[messages.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` }
    else if (line.trim() !== '') problems.push({ line: index + 1, type: 'NoTime' })
  }
  const parts = messages.flatMap((one) =>
    one.text.trim() === '' ? [] : [Object.assign(one, { text: one.text.trim() })],
  )
  const times = isClock ? 'of the clock' : 'from zero'
  return sourceOf({ kind: 'chat', layout, problems, parts: overMidnight(parts), times })
}
