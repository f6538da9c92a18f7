import { STANCES } from '../model/kinds.ts'
import { labelKey, type Choice, type Chooser } from './label-index.ts'
import type { MappingTarget } from './mapping-target.ts'
import { readDay } from './read-day.ts'
import { readLang } from './read-lang.ts'
import type { RowDraft, RowError, RowWarning } from './row-draft.ts'
import { cellOf, type RowReader } from './row-reader.ts'
import { hasHiddenMark, noteText, TEXT_LIMIT } from './row-text.ts'
import type { TableRow } from './table.ts'

export interface ReadRow {
  /** `null` as soon as there is one error, and for a blank row. */
  readonly draft: RowDraft | null
  readonly errors: readonly RowError[]
  readonly warnings: readonly RowWarning[]
}

/** Reads one row to its end, so that a person sees everything that is wrong with it at once. */
export function readRow(row: TableRow, reader: RowReader): ReadRow {
  if (Object.values(row.cells).every((cell) => cell.trim() === '')) return { draft: null, errors: [], warnings: [] }
  const issues: Issues = { errors: [], warnings: [] }
  const cells = rowCells(row, reader, issues)
  const text = readText(cells)
  const axis = readAxis(cells, reader)
  const stance = readId(cells, 'stance', reader.stances, 'UnknownStance')
  const draft = {
    line: row.line,
    text,
    themes: readThemes(cells, reader),
    lang: readLang(cells.words('lang'), text, reader.options.defaultLang),
    ...said({
      title: cells.words('title'),
      region: readChoice(cells, 'region', reader.regions, 'UnknownRegion'),
      date: readDate(cells, reader),
      kind: readId(cells, 'kind', reader.kinds, 'UnknownKind'),
      stance: STANCES.find((known) => known === stance),
      category: readCategory(cells, reader),
      country: cells.words('country'),
      ...readVoice(cells, row.line, reader),
    }),
  }
  readProblem(cells, row.line, reader)
  return { draft: axis === null || issues.errors.length > 0 ? null : { ...draft, axis }, ...issues }
}

interface Issues {
  readonly errors: RowError[]
  readonly warnings: RowWarning[]
}

interface Cells {
  words(target: MappingTarget): string
  refuse(target: MappingTarget | null, type: RowError['type'], value: string): void
  warn(target: MappingTarget | null, type: RowWarning['type'], value: string): void
}

function rowCells(row: TableRow, { mapping }: RowReader, { errors, warnings }: Issues): Cells {
  const at = (target: MappingTarget | null, value: string) => {
    const source = target === null ? undefined : mapping[target]
    return { line: row.line, column: source !== undefined && 'column' in source ? source.column : '', value }
  }
  return {
    words: (target) => cellOf(row, mapping, target),
    refuse: (target, type, value) => errors.push({ ...at(target, value), type }),
    warn: (target, type, value) => warnings.push({ ...at(target, value), type }),
  }
}

function readText(cells: Cells): string {
  const text = noteText(cells.words('title'), cells.words('text'))
  if (text === '') cells.refuse('text', 'EmptyText', '')
  if (text.length > TEXT_LIMIT) cells.refuse('text', 'TextTooLong', String(text.length))
  if (hasHiddenMark(text)) cells.warn('text', 'HiddenMark', '')
  return text
}

function readAxis(cells: Cells, { axes }: RowReader): Choice | null {
  if (cells.words('axis') === '') cells.refuse('axis', 'AxisMissing', '')
  return readChoice(cells, 'axis', axes, 'UnknownAxis') ?? null
}

function readChoice(cells: Cells, target: MappingTarget, chooser: Chooser, type: RowError['type']): Choice | undefined {
  const label = cells.words(target)
  if (label === '') return undefined
  const choice = chooser.choose(label)
  if (choice === null) cells.refuse(target, type, label)
  return choice ?? undefined
}

function readId(cells: Cells, target: MappingTarget, chooser: Chooser, type: RowError['type']): string | undefined {
  const choice = readChoice(cells, target, chooser, type)
  return choice !== undefined && 'id' in choice ? choice.id : undefined
}

function readThemes(cells: Cells, { themes }: RowReader): readonly Choice[] {
  const words = cells.words('themes')
  const whole = words === '' ? null : themes.choose(words)
  // A label that exists may hold a separator itself.
  if (whole !== null && 'id' in whole) return [whole]
  const chosen = new Map<string, Choice>()
  for (const label of words.split(/[|;]/).map((part) => part.trim())) {
    if (label === '') continue
    const choice = themes.choose(label)
    const key = choice !== null && 'id' in choice ? choice.id : labelKey(label)
    if (choice === null) cells.refuse('themes', 'UnknownTheme', label)
    else if (!chosen.has(key)) chosen.set(key, choice)
  }
  return [...chosen.values()]
}

function readDate(cells: Cells, { order }: RowReader): string | undefined {
  const words = cells.words('date')
  if (words === '') return undefined
  const read = readDay(words, order)
  if (read === null) cells.refuse('date', 'BadDate', words)
  if (read?.ambiguous === true) cells.warn('date', 'AmbiguousDate', words)
  return read?.day
}

/** People describe themselves in words of their own: a category that is not in the list is kept as it is written. */
function readCategory(cells: Cells, { categories }: RowReader): string {
  const words = cells.words('category')
  const choice = categories.choose(words)
  return choice !== null && 'id' in choice ? choice.id : words
}

/** Names are not even taken in when nobody's voice is counted. */
function readVoice(cells: Cells, line: number, { options }: RowReader) {
  if (options.voices === 'none') return {}
  const [speaker, organisation] = [cells.words('speaker'), cells.words('organisation')]
  if (options.voices === 'row') return { speaker, organisation, voice: `row ${line}` }
  const isNamed = speaker !== '' || organisation !== ''
  return { speaker, organisation, voice: isNamed ? `${labelKey(speaker)}\u001f${labelKey(organisation)}` : '' }
}

function readProblem(cells: Cells, line: number, { problems }: RowReader): void {
  const problem = problems.get(line)
  if (problem === 'TooFewCells') cells.warn(null, problem, '')
  else if (problem !== undefined) cells.refuse(null, problem, '')
}

/** The fields that the row says something about. */
function said<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(filled) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }
}
