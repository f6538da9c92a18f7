import type { Result } from '#shared/kit/result.ts'
import { suggestMapping } from '#shared/programme/mapping.ts'
import { suggestParticipants } from '#shared/programme/participants/participant-headers.ts'
import { peopleOfAttendance } from '#shared/programme/sources/attendance.ts'
import type { TableData, TableFailure } from '#shared/programme/table.ts'
import { readSource } from './sources/source-job.ts'

/** A list of everyone who was in a call is small; a larger file is read once, as the table it is. */
const MOST_BYTES = 5_000_000
/** Headers that are recognised in every language. */
const [NAME, EMAIL] = ['Participant', 'E-mail']

/**
 * The people of an attendance report of Zoom or Teams as a list of participants, each once; `null` for anything else. Those
 * reports begin with lines about the call, and name people again each time they come. A table that says more of people, or
 * that holds notes, stays what it is.
 */
export async function attendanceTable(
  bytes: Uint8Array,
  plain: Result<TableData, TableFailure>,
): Promise<TableData | null> {
  if (bytes.length > MOST_BYTES || (plain.ok && saysMore(plain.value))) return null
  const read = await readSource({ file: { bytes } })
  const people = read.ok ? peopleOfAttendance(read.value.source) : []
  if (people.length === 0) return null
  return {
    columns: [NAME, EMAIL],
    rows: people.map(({ line, name, email }) => ({ line, cells: { [NAME]: name, [EMAIL]: email } })),
    problems: [],
  }
}

function saysMore({ columns }: TableData): boolean {
  const { organisation, givenName, function: held } = suggestParticipants(columns)
  const notes = suggestMapping(columns)
  return [notes.text, notes.axis, organisation, givenName, held].some((source) => source !== undefined)
}
