import type { CommandOf } from '#shared/edit/command.ts'
import type { Doubt } from '#shared/process/doubts.ts'

type Changes = CommandOf<'notes.edit'>['set']

/** What one key says of a note whose doubt is unfounded, or that has one honest way out of it. */
export const CONFIRMED: Readonly<Partial<Record<Doubt, Changes>>> = {
  doubtful: { doubtful: null },
  figure: { toCheck: null },
  quote: { quoteState: 'checked' },
  // An interpreter’s words become what was understood: they are printed without quotation marks.
  unquotable: { noteKind: 'observation', quoteState: null },
}

/** The gravest doubt that can be confirmed away, if any. */
export const confirmable = (doubts: readonly Doubt[]): Doubt | undefined =>
  doubts.find((doubt) => CONFIRMED[doubt] !== undefined)

const ABOUT_WHO: ReadonlySet<Doubt> = new Set(['doubtful', 'speaker', 'unnamed', 'position'])

/** Whether giving the note to someone of the room settles something. */
export const asksWho = (doubts: readonly Doubt[]): boolean => doubts.some((doubt) => ABOUT_WHO.has(doubt))
