import { createChooser, type Known } from '../label-index.ts'
import { readDay } from '../read-day.ts'
import { cleanCell } from '../row-text.ts'
import { fieldFinder, FORM_FIELDS, type FieldOf } from './form-fields.ts'
import type { FormGrid } from './form-grid.ts'
import type { FormIssue } from './form-issue.ts'
import type { FormKnown } from './form-known.ts'
import { readClock } from './read-clock.ts'

/** The sitting that a form is about, as far as it says it. */
export interface Sitting {
  readonly label: string
  readonly date: string | null
  readonly start: string | null
  readonly place: string
  readonly region: string | null
  readonly level: number | null
  readonly issues: readonly FormIssue[]
}

type Field = FieldOf<'session'>

/** Reads what is asked once: a field beside its answer, wherever it stands. */
export function readSitting(grids: readonly FormGrid[], known: FormKnown): Sitting {
  const said = answersIn(grids)
  const issues: FormIssue[] = []
  const note = (field: Field, type: FormIssue['type'], value = ''): null => {
    issues.push({ part: 'session', line: 0, field, type, value })
    return null
  }
  const words = (field: Field): string => cleanCell(said.get(field) ?? '')
  return {
    label: words('label').replace(/\s+/g, ' '),
    place: words('place'),
    date: readDate(words('date'), note),
    start: words('start') === '' ? null : (readClock(words('start')) ?? note('start', 'BadTime', words('start'))),
    region: chosen(words('region'), known.regions) ?? unknown('region', 'UnknownRegion'),
    level: readLevel(words('level'), known.levels) ?? unknown('level', 'UnknownLevel'),
    issues,
  }

  function unknown(field: Field, type: FormIssue['type']): null {
    return words(field) === '' ? null : note(field, type, words(field))
  }
}

function answersIn(grids: readonly FormGrid[]): ReadonlyMap<Field, string> {
  const find = fieldFinder('session')
  const grid = grids.find(
    (lines) =>
      FORM_FIELDS.session.filter((field) => lines.some(({ cells }) => find(cells[0] ?? '') === field)).length > 2,
  )
  const said = new Map<Field, string>()
  for (const { cells } of grid ?? []) {
    const field = find(cells[0] ?? '')
    if (field !== undefined && !said.has(field)) said.set(field, cells[1] ?? '')
  }
  return said
}

type Tell = (field: Field, type: FormIssue['type'], value?: string) => null

/** Days since the last of 1899, as spreadsheets count them. */
const FIRST_DAY = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

function readDate(words: string, tell: Tell): string | null {
  if (words === '') return tell('date', 'DateMissing')
  if (/^\d{5}(\.\d+)?$/.test(words))
    return new Date(FIRST_DAY + Math.floor(Number(words)) * DAY_MS).toISOString().slice(0, 10)
  const read = readDay(words, 'unproven')
  if (read === null) return tell('date', 'BadDate', words)
  if (read.ambiguous) tell('date', 'AmbiguousDate', words)
  return read.day
}

/** The number that opens the words, which a person may have written alone, else the name of a rule. */
function readLevel(words: string, levels: readonly Known[]): number | null {
  const number = /^[1-6](?!\d)/.exec(words)?.[0] ?? chosen(words, levels)
  return number === null ? null : Number(number)
}

export function chosen(words: string, known: readonly Known[]): string | null {
  const choice = words === '' ? null : createChooser(known, false).choose(words)
  return choice !== null && 'id' in choice ? choice.id : null
}
