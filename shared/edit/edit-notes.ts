import { fail, ok } from '../kit/result.ts'
import { isKind, type Note, type RecordOf, type Records, type Session } from '../model/record.ts'
import type { Value, Values } from '../operation/operation.ts'
import { levelOfConsultation, levelOfNote, levelOfSegment, levelOfSession } from '../privacy/levels.ts'
import { QUOTABLE_CHANNELS } from '../process/lists.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { SAID_BESIDE, type CommandOf } from './command.ts'
import { draft, type Draft } from './draft.ts'
import { identityOfSpeaker, identityOfVoice, voiceFor, voicesIn, type FoundVoice, type Identity } from './voices.ts'

/** Takes a note: what was said, by which voice, under the level announced for its session. */
export function captureNote(
  { records, newId, consultationId }: EditContext,
  command: CommandOf<'note.capture'>,
): EditResult {
  const session = records.get(command.session)
  if (session === undefined || !isKind(session, 'session')) return notFound(command.session)
  if (command.text.trim() === '') return fail({ type: 'TextIsBlank' })
  // The same call twice takes one note, and never over what was corrected since.
  if (records.has(command.note)) return ok([])
  if (!isQuotable(command.noteKind, command.channel))
    return fail({ type: 'NotQuotable', channel: `${command.channel}` })
  const held = levelOfConsultation(records, consultationId)
  const segment = partOf(records, 'segment', command.segment, command.session)
  const promised = Math.max(levelOfSession(records, session, held), levelOfSegment(segment), command.level ?? 1)
  const identity = speakingFor(speakerIdentity(records, command.speaker, session), command)
  const voice = identity && voiceFor(records, identity, command.axis, promised, newId)
  const themes = [...command.themes, ...command.newThemes.map(({ id }) => id)]
  return ok([
    ...themeDrafts(command.newThemes, session),
    ...(voice?.drafts ?? []),
    draft('note', command.note, {
      text: command.text.trim(),
      lang: command.lang,
      ...(voice === null ? {} : { voice: voice.id }),
      session: command.session,
      axis: command.axis,
      noteKind: command.noteKind,
      stance: command.stance,
      scope: command.scope,
      channel: command.channel ?? null,
      promised,
      ...(command.level === undefined ? {} : { level: command.level }),
      ...(command.noteKind === 'quote' ? { quoteState: 'to-review' } : {}),
      ...membership('theme', themes, true),
      at: command.at,
      ...withoutUndefined({
        slot: partOf(records, 'slot', command.slot, command.session)?.id,
        segment: segment?.id,
        ...Object.fromEntries(SAID_BESIDE.map((field) => [field, command[field]])),
      }),
    }),
  ])
}

const withoutUndefined = (values: Readonly<Record<string, Value | undefined>>): Values =>
  Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])))

/** A part that is gone meanwhile, or of another session, is not told: the note stands between slots, under the session's rule. */
function partOf<K extends 'slot' | 'segment'>(
  records: Records,
  kind: K,
  id: string | undefined,
  session: string,
): RecordOf<K> | undefined {
  const part = id === undefined ? undefined : records.get(id)
  return part !== undefined && isKind(part, kind) && part.f['session'] === session ? part : undefined
}

/** For whom they speak this time goes before what their place in the session says. */
const speakingFor = (
  identity: Identity | null,
  { speaksFor, size }: Pick<CommandOf<'note.capture' | 'notes.edit'>, 'speaksFor' | 'size'>,
): Identity | null =>
  identity === null || speaksFor === undefined ? identity : { ...identity, speaksFor, size: size ?? null }

/** Only direct speech and a text handed in may be quoted; a note that names no channel is direct speech. */
const isQuotable = (kind: string | undefined, channel: string | null | undefined): boolean =>
  kind !== 'quote' || QUOTABLE_CHANNELS.some((quotable) => quotable === (channel ?? 'speech'))

/** Changes fields of many notes at once; themes are added or removed, never overwritten. */
export function editNotes({ records, newId }: EditContext, command: CommandOf<'notes.edit'>): EditResult {
  // One voice made for the first note must serve the next ones of the same command.
  const voices = voicesIn(records)
  const consultation = levelOfConsultation(records)
  const drafts: Draft[] = []
  for (const id of command.notes) {
    const note = records.get(id)
    if (note === undefined || !isKind(note, 'note')) return notFound(id)
    if (command.set.text?.trim() === '') return fail({ type: 'TextIsBlank' })
    if (makesQuote(note, command.set)) return fail({ type: 'NotQuotable', channel: channelAfter(note, command.set) })
    const voice = movedVoice({ records, voices, consultation, newId }, note, command)
    for (const { record, kind, set } of voice?.drafts ?? []) voices.set(record, { id: record, kind, f: set })
    drafts.push(...(voice?.drafts ?? []), draft('note', id, noteValues(command, voice)))
  }
  return ok([...themeDrafts(command.newThemes, undefined), ...drafts])
}

type NoteChanges = CommandOf<'notes.edit'>['set']

const channelAfter = ({ f }: Note, { channel }: NoteChanges): string =>
  (channel === undefined ? f.channel : channel) ?? 'speech'

/** Whether a change would make a quotation of what cannot be one; what already was one stays to be mended. */
const makesQuote = (note: Note, set: NoteChanges): boolean =>
  (set.noteKind !== undefined || set.channel !== undefined) &&
  !isQuotable(set.noteKind ?? note.f.noteKind, channelAfter(note, set))

function noteValues(command: CommandOf<'notes.edit'>, voice: FoundVoice | null | undefined): Values {
  const added = [...command.addThemes, ...command.newThemes.map(({ id }) => id)]
  const changes = Object.entries(command.set).filter(([, value]) => value !== undefined)
  return {
    ...(Object.fromEntries(changes) as Values),
    ...(voice === undefined ? {} : { voice: voice?.id ?? null }),
    ...membership('theme', added, true),
    ...membership('theme', command.removeThemes, null),
  }
}

/** What is looked up once for all notes of a command. */
interface Moving extends EditContext {
  readonly voices: Records
  readonly consultation: number
}

/** The voice after a change of speaker, of for whom, or of axis; `undefined` when it stays, `null` when nobody speaks. */
function movedVoice(
  { records, voices, consultation, newId }: Moving,
  note: Note,
  { speaker, set, ...forWhom }: CommandOf<'notes.edit'>,
): FoundVoice | null | undefined {
  if (speaker === undefined && forWhom.speaksFor === undefined && set.axis === undefined) return undefined
  const session = note.f.session === undefined ? undefined : records.get(note.f.session)
  const found =
    speaker === undefined
      ? currentIdentity(voices, note)
      : speakerIdentity(records, speaker, session !== undefined && isKind(session, 'session') ? session : undefined)
  const identity = speakingFor(found, forWhom)
  const axis = set.axis ?? note.f.axis
  if (identity === null || axis === undefined) return null
  return voiceFor(voices, identity, axis, levelOfNote(records, note, consultation), newId)
}

function currentIdentity(records: Records, note: Note): Identity | null {
  const voice = note.f.voice === undefined ? undefined : records.get(note.f.voice)
  return voice !== undefined && isKind(voice, 'voice') ? identityOfVoice(voice) : null
}

/** A speaker whose section is not said speaks for that of the session. */
function speakerIdentity(records: Records, id: string | null, session: Session | undefined): Identity | null {
  const speaker = id === null ? undefined : records.get(id)
  if (speaker === undefined || !isKind(speaker, 'speaker')) return null
  const identity = identityOfSpeaker(speaker)
  return { ...identity, region: identity.region ?? session?.f.region ?? null }
}

const themeDrafts = (
  themes: readonly { readonly id: string; readonly label: string }[],
  session: Session | undefined,
): readonly Draft[] =>
  themes.map(({ id, label }) =>
    draft('theme', id, {
      label,
      ...(session?.f.region === undefined ? {} : { proposedBy: session.f.region }),
    }),
  )

const membership = (set: string, ids: readonly string[], value: true | null): Values =>
  Object.fromEntries(ids.map((id) => [`${set}:${id}`, value]))

const notFound = (record: string): EditResult => fail({ type: 'RecordNotFound', record })
