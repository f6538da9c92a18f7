import { fail, ok } from '../kit/result.ts'
import { classOfField } from '../model/fields.ts'
import { isKind, members, type AnyRecord, type Note, type Records } from '../model/record.ts'
import type { Values } from '../operation/operation.ts'
import { levelOfNote } from '../privacy/levels.ts'
import type { CommandOf, EditFailure } from './command.ts'
import { draft, type Draft, type Writing } from './draft.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { tightenLevel } from './edit-levels.ts'
import { speakerToken } from './turns.ts'

/** What only the first half keeps, and what each half has of its own. */
const OWN: ReadonlySet<string> = new Set([
  'text',
  'translation',
  'translationLang',
  'level',
  'consent',
  'promised',
  'at',
  'source',
])

/**
 * Cuts a note in two: the second half has all that the first has besides its words, and is held to the same rule. What
 * hangs on the note stays with the first. Nothing but blanks is lost at the cut.
 */
export function splitNote({ records }: EditContext, command: CommandOf<'note.split'>): EditResult {
  const note = noteIn(records, command.note)
  if (note === undefined) return fail({ type: 'RecordNotFound', record: command.note })
  // The same call twice cuts once.
  if (records.has(command.second)) return ok([])
  if (note.conflicts !== undefined) return fail({ type: 'Unsettled', record: note.id })
  const [first, second] = cutText(note.f.text ?? '', command.at)
  if (first === '' || second === '') return fail({ type: 'TextIsBlank' })
  return ok([
    draft('note', note.id, { text: first }),
    draft('note', command.second, {
      ...keptBy(note),
      text: second,
      ...(note.f.at === undefined ? {} : { at: note.f.at + 1 }),
      ...rulesOfHalf(records, note),
    }),
    ...coveredBy(records, note, command.second),
  ])
}

/** The two sides of a place in a text, without the blanks between them; never inside a character. */
export function cutText(text: string, at: number): readonly [first: string, second: string] {
  const isInside = /[\uDC00-\uDFFF]/.test(text.charAt(at))
  const place = isInside ? at - 1 : at
  return [text.slice(0, place).trimEnd(), text.slice(place).trimStart()]
}

const keptBy = ({ f }: AnyRecord): Values =>
  Object.fromEntries(
    Object.entries(f).filter(([field]) => !OWN.has(field) && classOfField('note', field) !== undefined),
  )

/** A half that a consent loosened is off the record should that consent be withdrawn: what was promised is not known here. */
function rulesOfHalf(records: Records, note: Note): Values {
  const { level, consent, promised } = note.f
  if (consent === undefined)
    return { promised: promised ?? levelOfNote(records, note), ...(level === undefined ? {} : { level }) }
  return { promised: 6, consent, level: level ?? levelOfNote(records, note) }
}

/** Who agreed to the whole agreed to its half. */
const coveredBy = (records: Records, { f }: Note, second: string): readonly Draft[] =>
  f.consent === undefined || !records.has(f.consent) ? [] : [draft('consent', f.consent, { [`cover:${second}`]: true })]

/**
 * Puts the words of a note after those of another and puts it away: themes are united, the stricter rule holds for both,
 * what hung on it goes along. Two voices are never joined.
 */
export function joinNotes(context: EditContext, command: CommandOf<'notes.join'>): EditResult {
  const { records } = context
  const [into, from] = [noteIn(records, command.into), noteIn(records, command.from)]
  if (into === undefined || from === undefined)
    return fail({ type: 'RecordNotFound', record: into === undefined ? command.into : command.from })
  const failure = whyNotJoined(records, into, from)
  if (failure !== null) return fail(failure)
  const level = Math.max(levelOfNote(records, into), levelOfNote(records, from))
  const isHeld = Math.max(into.f.level ?? 0, into.f.promised ?? 0) >= level
  const rule = isHeld ? ok([]) : tightenLevel(context, { type: 'level.tighten', records: [into.id], level })
  if (!rule.ok) return rule
  return ok([
    draft('note', into.id, joinedValues(into, from)),
    ...rule.value,
    ...handedOver(records, from.id, into.id),
    { record: from.id, kind: 'note', remove: true },
  ])
}

function whyNotJoined(records: Records, into: Note, from: Note): EditFailure | null {
  if (into.id === from.id || into.f.session !== from.f.session)
    return { type: 'InvalidValue', kind: 'note', field: 'session' }
  const unsettled = [into, from].find(({ conflicts }) => conflicts !== undefined)
  if (unsettled !== undefined) return { type: 'Unsettled', record: unsettled.id }
  const consented = [into, from].find(({ f }) => f.consent !== undefined)
  if (consented !== undefined) return { type: 'UnderConsent', record: consented.id }
  return speakerToken(records, into) === speakerToken(records, from) ? null : { type: 'TwoVoices', record: from.id }
}

function joinedValues(into: Note, from: Note): Values {
  const either = (field: 'doubtful' | 'toCheck') =>
    into.f[field] === true || from.f[field] === true ? { [field]: true } : {}
  const isQuote = into.f.noteKind === 'quote' && into.f.quoteState !== from.f.quoteState
  return {
    text: `${into.f.text ?? ''}\n${from.f.text ?? ''}`,
    ...Object.fromEntries(
      ['theme', 'tag', 'capital'].flatMap((set) => members(from, set).map((id) => [`${set}:${id}`, true])),
    ),
    ...either('doubtful'),
    ...either('toCheck'),
    ...(from.f.segment === undefined ? {} : { segment: from.f.segment }),
    // Words that nobody has read back are among them.
    ...(isQuote ? { quoteState: 'to-review' } : {}),
  }
}

/** What hung on a note, and the positions on it. */
const handedOver = (records: Records, from: string, into: string): readonly Writing[] =>
  [...records.values()].flatMap((record) => {
    if (record.kind === 'attachment' && record.f['note'] === from)
      return [draft('attachment', record.id, { note: into })]
    const isPosition = record.kind === 'note' && record.id !== into && record.f['positionOf'] === from
    return isPosition ? [draft('note', record.id, { positionOf: into })] : []
  })

function noteIn(records: Records, id: string): Note | undefined {
  const record = records.get(id)
  return record !== undefined && isKind(record, 'note') ? record : undefined
}
