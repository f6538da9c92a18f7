const SECOND_MS = 1000
/** Hours without a day are dates of the last day of 1899 in a workbook. */
const FIRST_DAY_MS = Date.UTC(1900, 0, 1)

/** The text of a spreadsheet cell, the same on every machine: ISO days and hours, line ends as `\n`. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value.getTime())
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : JSON.stringify(value)
}

/** A number as a person sees it: workbooks write 0.3 as 0.30000000000000004, and only fifteen digits are theirs. */
export function numberText(written: string): string {
  return /^-?\d+$/.test(written) ? written : String(Number(Number(written).toPrecision(15)))
}

function dateText(at: number): string {
  // Fractions of a day do not fall on whole seconds.
  const rounded = Math.round(at / SECOND_MS) * SECOND_MS
  const [day = '', time = ''] = new Date(rounded).toISOString().slice(0, 19).split('T')
  const hour = time.endsWith(':00') ? time.slice(0, 5) : time
  if (rounded < FIRST_DAY_MS) return hour
  return time === '00:00:00' ? day : `${day}T${hour}`
}
