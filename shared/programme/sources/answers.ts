import type { Row } from './cells.ts'
import { part, sourceOf, type SourceRead } from './collect.ts'
import { cellOf, columnsOf, isBlank, type Column, type Columns } from './columns.ts'
import type { SourceLayout, SourcePart } from './source.ts'
import { readClock } from './times.ts'

/** Whoever answered, when, then questions and answers. */
export const isPoll = (columns: Columns): boolean =>
  columns.has('name') && columns.has('time') && !columns.has('question') && !columns.has('action')

/** Questions of a room, and who asked. */
export const isQuestions = (columns: Columns): boolean => columns.has('question') && columns.has('name')

/** Columns about who answered; the others are about what. */
const ABOUT_WHO: readonly Column[] = ['number', 'name', 'email', 'time', 'join']

/**
 * Answers to a poll, one part each: the question in `about`. Questions are names of columns, or stand in cells before
 * their answers; every poll of a meeting may have a line of names of its own.
 */
export function readPoll(header: Row, columns: Columns, rows: readonly Row[], layout: SourceLayout): SourceRead {
  let [names, places] = [header, columns]
  const parts: SourcePart[] = []
  for (const row of rows) {
    const own = columnsOf(row)
    if (isPoll(own)) [names, places] = [row, own]
    else if (!isBlank(row) && hasAnswerer(row, places)) parts.push(...answersOf(row, names, places))
  }
  return sourceOf({ kind: 'poll', layout, problems: [], parts, times: 'of the clock' })
}

/** A line that says neither when nor from whom is a title between two polls. */
const hasAnswerer = (row: Row, columns: Columns): boolean =>
  cellOf(row, columns, 'name') !== '' || cellOf(row, columns, 'time') !== ''

function answersOf(row: Row, { cells: names }: Row, columns: Columns): readonly SourcePart[] {
  const who = cellOf(row, columns, 'name')
  const at = readClock(cellOf(row, columns, 'time'))
  const taken = new Set(ABOUT_WHO.map((column) => columns.get(column)))
  const first = Math.max(...[...taken].map((index) => index ?? -1)) + 1
  const parts: SourcePart[] = []
  for (let index = first; index < row.cells.length; index += 1) {
    const [name = '', cell = ''] = [names[index], row.cells[index]]
    if (name !== '') {
      if (cell !== '') parts.push(part(row.line, at, who, cell, name))
      continue
    }
    const answer = row.cells[index + 1] ?? ''
    if (cell !== '' && answer !== '') parts.push(part(row.line, at, who, answer, cell))
    index += 1
  }
  return parts
}

/** Questions that were asked in writing, each before its answers: an answer has its question in `about`. */
export function readQuestions(columns: Columns, rows: readonly Row[], layout: SourceLayout): SourceRead {
  const parts: SourcePart[] = []
  let question = ''
  for (const row of rows) {
    const at = readClock(cellOf(row, columns, 'time'))
    const asked = cellOf(row, columns, 'question')
    if (asked !== '') parts.push(part(row.line, at, cellOf(row, columns, 'name'), asked))
    // A line without a question holds one more answer to the one above.
    question = asked || question
    const answer = cellOf(row, columns, 'answer')
    if (answer !== '') parts.push(part(row.line, at, cellOf(row, columns, 'answerer'), answer, question))
  }
  return sourceOf({ kind: 'questions', layout, problems: [], parts, times: 'of the clock' })
}

export interface Tally {
  readonly question: string
  /** Answers by how often they were given, the most frequent first. */
  readonly answers: readonly (readonly [answer: string, count: number])[]
}

/** How often each answer was given, question by question in the order of the file. A list of choices counts for each. */
export function tallyAnswers(parts: readonly SourcePart[]): readonly Tally[] {
  const questions = new Map<string, Map<string, number>>()
  for (const { about, text } of parts) {
    const counts = questions.get(about) ?? new Map<string, number>()
    questions.set(about, counts)
    for (const answer of text.split(';').map((one) => one.trim()))
      if (answer !== '') counts.set(answer, (counts.get(answer) ?? 0) + 1)
  }
  return [...questions].map(([question, counts]) => ({
    question,
    answers: [...counts].toSorted(([, a], [, b]) => b - a),
  }))
}
