import * as z from 'zod'
import { SCOPES, STANCES } from '#shared/model/kinds.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { keepDraft, readDraft } from '../../state/drafts.ts'
import { keepPlace, placeOf } from '../../state/place.ts'
import { emptyLine, isBlank, type Line, nextLine, putBack, SPEAKS_FOR } from './line.ts'

const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
const flag = z.boolean().default(false)
const words = z.string().default('')

/** What came after the first version has a value where a kept line lacks it. */
const lineSchema = z.object({
  text: z.string(),
  at: z.int().nullable(),
  axis: z.string().nullable(),
  speaker: z.string().nullable(),
  scope: z.enum(SCOPES),
  lang: z.string().nullable(),
  channel: z.string().nullable(),
  kind: z.string().nullable(),
  stance: z.enum(STANCES).nullish(),
  themes: z.array(z.object({ id: z.string(), label: z.string(), isNew: z.boolean() })),
  speaksFor: optional(z.enum(SPEAKS_FOR)),
  size: optional(z.int()),
  heardAt: optional(z.int()),
  onlyScope: optional(z.enum(SCOPES)),
  takenAs: optional(z.string()),
  segment: optional(z.string()),
  sensitive: flag,
  doubtful: flag,
  toCheck: flag,
  holder: words,
  due: words,
  condition: words,
  divergence: optional(z.string()),
  positionOf: optional(z.string()),
})

const draftSchema = z.object({
  line: lineSchema,
  caret: z.int(),
  /** The note being corrected in the field, while `line` waits. */
  editing: z.object({ note: z.string(), line: lineSchema }).nullable(),
  /** Lines handed over that the disk did not have yet, under the id of the note that each is to be. */
  sent: z.array(z.object({ note: z.string(), line: lineSchema })),
})

/** A line on its way to the disk. */
export interface SentLine {
  readonly session: string
  /** The note it is to be. */
  readonly note: string
  readonly line: Line
}

/** What a session's field holds. */
export interface KeptLine {
  readonly line: Line
  readonly caret: number
  readonly editing: { readonly note: string; readonly line: Line } | null
}

const placeSchema = z.object({
  session: z.string().nullable(),
  /** What sticks from one note to the next, by session. */
  lines: z.record(z.string(), lineSchema),
  languages: z.array(z.string()).max(4),
})

/** The key of a session's draft. */
export const keyOfLine = (session: string) => `line ${session}`
const PART = 'capture'

/** Zod leaves out what is undefined, and says that it may. */
const lineOf = (line: z.infer<typeof lineSchema>): Line => ({ ...line, stance: line.stance })

/** Whether a line became a note before its draft could say so: begun at the same moment, and going on with the same words. */
const isWritten = ({ text, at }: Line, session: string, records: Records): boolean =>
  at !== null &&
  [...records.values()].some(
    (record) =>
      isKind(record, 'note') &&
      record.f.session === session &&
      record.f.at === at &&
      record.f.text?.startsWith(text.trim()) === true,
  )

/**
 * The line that was being written in a session when it was left, or when everything stopped. Lines handed over that did
 * not reach the disk come back before it, those that did reach it do not.
 */
export function readLine(session: string, records: Records): KeptLine | null {
  const draft = draftSchema.safeParse(readDraft(keyOfLine(session)))
  if (!draft.success) return null
  const { caret, editing, sent } = draft.data
  const kept = lineOf(draft.data.line)
  const line = isWritten(kept, session, records) ? nextLine(kept) : kept
  const unwritten = sent.filter(({ note }) => !records.has(note)).map((one) => lineOf(one.line))
  const own = unwritten.reduceRight((since, one) => putBack(one, since), line)
  const shown = editing !== null && records.has(editing.note) ? { ...editing, line: lineOf(editing.line) } : null
  const isMoved = shown === null && (unwritten.length > 0 || line !== kept)
  return { line: own, caret: isMoved ? own.text.length : caret, editing: shown }
}

export function keepLine(session: string, kept: KeptLine, sent: readonly SentLine[]): void {
  const own = sent.filter((one) => one.session === session)
  const isBare = !isBlank(kept.line) || kept.editing !== null
  // Lines that were handed over are said to be saved, or not, as notes.
  keepDraft(keyOfLine(session), isBare || own.length > 0 ? JSON.stringify({ ...kept, sent: own }) : '', isBare)
}

function place(): z.infer<typeof placeSchema> {
  const found = placeSchema.safeParse(placeOf(PART))
  return found.success ? found.data : { session: null, lines: {}, languages: [] }
}

/** The session that was shown last, and the languages chosen for notes, the latest first. */
export const readPlace = (): { readonly session: string | null; readonly languages: readonly string[] } => place()

/** What stuck from one note to the next in a session. */
export const readSticking = (session: string): Line => {
  const line = place().lines[session]
  return line === undefined ? emptyLine : lineOf(line)
}

export function keepSession(session: string, line: Line, languages: readonly string[]): void {
  const { lines } = place()
  keepPlace(PART, { session, lines: { ...lines, [session]: nextLine(line) }, languages })
}
