import { SCOPES } from '../../model/kinds.ts'
import { KINDS_OF_NOTE, type NoteKind } from '../../process/lists.ts'
import type { Mapping } from '../mapping.ts'
import type { RowDraft, RowError, RowWarning } from '../row-draft.ts'
import { rowDrafts } from '../row-drafts.ts'
import { cleanCell } from '../row-text.ts'
import type { TableData } from '../table.ts'
import { fieldFinder, FORM_FIELDS, type FieldOf } from './form-fields.ts'
import { tableUnder, type FormGrid, type FormTable } from './form-grid.ts'
import type { FormIssue } from './form-issue.ts'
import type { FormKnown } from './form-known.ts'
import { readClock } from './read-clock.ts'
import { chosen } from './read-sitting.ts'

/** A note as a line says it. */
export interface FormNote extends Omit<RowDraft, 'stance'> {
  readonly kind: NoteKind
  readonly stance: string
  readonly scope: (typeof SCOPES)[number]
  readonly time: string | null
  readonly function: string
}

export interface FormLines {
  readonly notes: readonly FormNote[]
  readonly toCreate: readonly string[]
  readonly issues: readonly FormIssue[]
}

type Field = FieldOf<'note'>
type Lines = FormTable<Field>['lines']

/** Said of a note that takes no side; a note of which nothing is said has the stance that its kind begins with. */
const RAISED = 'none'

const MAPPING: Mapping = Object.fromEntries(
  (['text', 'axis', 'speaker', 'organisation', 'kind', 'stance', 'themes'] as const).map((field) => [
    field,
    { column: field },
  ]),
)

/** Reads the lines of every table of notes, as those of a table of contributions; `null` when no table has texts. */
export function readLines(grids: readonly FormGrid[], known: FormKnown, lang: string): FormLines | null {
  const find = fieldFinder('note')
  const underText = (grid: FormGrid, beside: Field) => tableUnder(grid, find, ['text', beside], 'text')
  const tables = grids.flatMap((grid) => underText(grid, 'kind') ?? underText(grid, 'axis') ?? [])
  if (tables.length === 0) return null
  const lines = inOneCount(tables)
  const options = { create: { themes: true }, voices: 'column' as const, defaultLang: lang }
  const read = rowDrafts(tableOf(lines), MAPPING, known, options)
  const cells = new Map(lines.map((line) => [line.line, line.cells]))
  const issues = [...read.errors, ...read.warnings].map(issueOf)
  const notes = read.drafts.flatMap((draft) => {
    const words = (field: Field): string => cleanCell(cells.get(draft.line)?.[field] ?? '')
    const tell = (field: Field, type: FormIssue['type']): null => {
      issues.push({ part: 'note', line: draft.line, field, type, value: words(field) })
      return null
    }
    const scope = words('scope') === '' ? 'undecided' : chosen(words('scope'), known.scopes)
    if (scope === null) return tell('scope', 'UnknownScope') ?? []
    const time = words('time') === '' ? null : (readClock(words('time')) ?? tell('time', 'BadTime'))
    return [noteOf(draft, scope, time, words('function').replace(/\s+/g, ' '), chosen(words('stance'), known.stances))]
  })
  return { notes, toCreate: read.toCreate.themes, issues: issues.toSorted((one, other) => one.line - other.line) }
}

function noteOf(draft: RowDraft, scope: string, time: string | null, function_: string, said: string | null): FormNote {
  const { stance: _, kind = 'observation', ...rest } = draft
  const kindOf = kind as NoteKind
  const stance = said === RAISED ? '' : (said ?? KINDS_OF_NOTE[kindOf].stance ?? '')
  return { ...rest, kind: kindOf, stance, scope: scope as FormNote['scope'], time, function: function_ }
}

/** A second table of notes goes on where the first ends: no two lines have one number. */
function inOneCount(tables: readonly FormTable<Field>[]): Lines {
  let before = 0
  return tables.flatMap(({ lines }) => {
    const shifted = lines.map(({ line, cells }) => ({ line: line + before, cells }))
    before = shifted.at(-1)?.line ?? before
    return shifted
  })
}

const tableOf = (lines: Lines): TableData => ({
  columns: FORM_FIELDS.note,
  rows: lines.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(FORM_FIELDS.note.map((field) => [field, cells[field] ?? ''])),
  })),
  problems: [],
})

/** Of what may be wrong in a row, this is what a form's can be: it has no column of sections, of days, of titles. */
const OF_FORMS = {
  EmptyText: 'EmptyText',
  TextTooLong: 'TextTooLong',
  AxisMissing: 'AxisMissing',
  UnknownAxis: 'UnknownAxis',
  UnknownKind: 'UnknownKind',
  UnknownStance: 'UnknownStance',
  HiddenMark: 'HiddenMark',
} as const

function issueOf({ line, column, type, value }: RowError | RowWarning): FormIssue {
  if (!Object.hasOwn(OF_FORMS, type)) throw new Error(`A form cannot have ${type}`)
  return { part: 'note', line, field: column, type: OF_FORMS[type as keyof typeof OF_FORMS], value }
}
