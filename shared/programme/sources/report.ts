import { isAttendance, readAttendance } from './attendance.ts'
import { isPoll, isQuestions, readPoll, readQuestions } from './answers.ts'
import { likelySeparators, readRows, type Row } from './cells.ts'
import { columnsOf } from './columns.ts'
import type { SourceRead } from './collect.ts'
import type { SourceLayout } from './source.ts'

/** A report begins with what the meeting was: its table is not the first. */
const LINES_BEFORE = 60

/** The report of a call (attendance, questions, polls) that a text is; null when it is none. */
export function readReport(text: string): SourceRead | null {
  const opening = text.split('\n', LINES_BEFORE).join('\n')
  for (const separator of likelySeparators(text)) {
    if (!readRows(opening, separator).rows.some(isHeader)) continue
    const { rows, problems } = readRows(text, separator)
    const read = readFrom(rows)
    if (read?.ok === true)
      return { ok: true, value: { ...read.value, problems: [...problems, ...read.value.problems] } }
    if (read !== null) return read
  }
  return null
}

const isHeader = (row: Row): boolean => {
  const columns = columnsOf(row)
  return isAttendance(columns) || isQuestions(columns) || isPoll(columns)
}

function readFrom(rows: readonly Row[]): SourceRead | null {
  const at = rows.findIndex(isHeader)
  const header = rows[at]
  if (header === undefined) return null
  const [columns, rest] = [columnsOf(header), rows.slice(at + 1)]
  const layout = layoutOf(rows.slice(0, at + 1))
  if (isAttendance(columns)) return readAttendance(columns, rest, layout)
  if (isQuestions(columns)) return readQuestions(columns, rest, layout)
  return readPoll(header, columns, rest, layout)
}

/** Which program wrote it: words that only one of them writes. */
function layoutOf(rows: readonly Row[]): SourceLayout {
  const words = rows.flatMap(({ cells }) => cells).join('\n')
  return /first join|participant id|user action|completion time|premi[eè]re (participation|connexion)|heure de fin|hora de finalizaci[oó]n|conversation id/i.test(
    words,
  )
    ? 'teams'
    : 'zoom'
}
