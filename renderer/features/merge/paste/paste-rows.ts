import type { PasteInput } from '#shared/contract/paste-calls.ts'
import { type Agenda, agendaOfText, type SlotDoubt } from '#shared/programme/paste/agenda.ts'
import { peopleOfText } from '#shared/programme/paste/people-of-text.ts'
import type { PersonDoubt } from '#shared/programme/paste/person-of-text.ts'

/** A line of the preview: what will be created unless its tick is taken away. */
export interface SlotRow {
  readonly line: number
  readonly isTicked: boolean
  readonly start: string
  readonly end: string
  readonly label: string
  readonly slotKind: string
  readonly doubt: readonly SlotDoubt[]
}

export interface PersonRow {
  /** Its place among the people of the text, from 1: what it is called by. */
  readonly place: number
  readonly line: number
  readonly isTicked: boolean
  readonly givenName: string
  readonly name: string
  readonly function: string
  readonly organisation: string
  readonly country: string
  readonly doubt: readonly PersonDoubt[]
}

export interface PasteRows {
  readonly day: Agenda['day']
  readonly slots: readonly SlotRow[]
  readonly people: readonly PersonRow[]
  readonly links: readonly string[]
  readonly left: Agenda['left']
}

/** What a pasted text gives: a programme when it says times, else a list of people. */
export function rowsOf(text: string): PasteRows {
  const agenda = agendaOfText(text)
  const isList = agenda.slots.length === 0
  const list = peopleOfText(agenda.left.length === 0 ? '' : text)
  const people = isList ? list.people : agenda.slots.flatMap((slot) => slot.people)
  const private_ = new Set(agenda.links.map(({ line }) => line))
  return {
    day: agenda.day,
    slots: agenda.slots.map(({ line, start, end, title, slotKind, doubt }) => ({
      line,
      isTicked: true,
      start,
      end,
      label: title,
      slotKind,
      doubt,
    })),
    people: people.map((one, index) => Object.assign({}, one, { place: index + 1, isTicked: true })),
    links: agenda.links.map(({ value }) => value),
    left: isList ? list.left.filter(({ line }) => !private_.has(line)) : agenda.left,
  }
}

export type RowMistake = {
  readonly row: 'slot' | 'person'
  readonly line: number
  readonly type: 'untitled' | 'bad-time' | 'nameless'
}

const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)?$/u

/** What stops a ticked line from being created. */
export const mistakesOf = ({ slots, people }: PasteRows): readonly RowMistake[] => [
  ...slots.filter(({ isTicked }) => isTicked).flatMap(slotMistakes),
  ...people
    .filter(({ isTicked, name, givenName }) => isTicked && `${name}${givenName}`.trim() === '')
    .map(({ line }) => ({ row: 'person', line, type: 'nameless' }) as const),
]

const slotMistakes = ({ line, label, start, end }: SlotRow): readonly RowMistake[] => [
  ...(label.trim() === '' ? [{ row: 'slot', line, type: 'untitled' } as const] : []),
  ...(TIME.test(start) && TIME.test(end) ? [] : [{ row: 'slot', line, type: 'bad-time' } as const]),
]

/** The ticked lines that can be created. */
export function inputOf(rows: PasteRows, session: string, text: string, answers: PasteInput['answers']): PasteInput {
  const wrong = new Set(mistakesOf(rows).map(({ row, line }) => `${row} ${line}`))
  return {
    session,
    text,
    slots: rows.slots
      .filter(({ isTicked, line }) => isTicked && !wrong.has(`slot ${line}`))
      .map(({ line, start, end, label, slotKind }) => ({ line, start, end, label, slotKind })),
    people: rows.people
      .filter(({ isTicked, line }) => isTicked && !wrong.has(`person ${line}`))
      .map(({ place, name, givenName, organisation, function: held, country }) => ({
        line: place,
        name: name.trim(),
        givenName: givenName.trim(),
        organisation: organisation.trim(),
        function: held.trim(),
        country: country.trim(),
      })),
    links: [...rows.links],
    answers,
  }
}
