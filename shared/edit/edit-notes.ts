import { fail, ok } from '../kit/result.ts'
import { isKind, type Note, type Records, type Session } from '../model/record.ts'
import type { Values } from '../operation/operation.ts'
import { levelOfConsultation, levelOfNote, levelOfSession } from '../privacy/levels.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import type { CommandOf } from './command.ts'
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
  const held = levelOfConsultation(records, consultationId)
  const promised = Math.max(levelOfSession(records, session, held), command.level ?? 1)
  const identity = speakerIdentity(records, command.speaker, session)
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
      ...(isSlotOf(records, command.slot, command.session) ? { slot: command.slot } : {}),
    }),
  ])
}

/** A slot that is gone meanwhile, or of another session, is not told: the note stands between slots. */
function isSlotOf(records: Records, id: string | undefined, session: string): id is string {
  const slot = id === undefined ? undefined : records.get(id)
  return slot !== undefined && isKind(slot, 'slot') && slot.f.session === session
}

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
    const voice = movedVoice({ records, voices, consultation, newId }, note, command)
    for (const { record, kind, set } of voice?.drafts ?? []) voices.set(record, { id: record, kind, f: set })
    drafts.push(...(voice?.drafts ?? []), draft('note', id, noteValues(command, voice)))
  }
  return ok([...themeDrafts(command.newThemes, undefined), ...drafts])
}

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

/** The voice after a change of speaker or of axis; `undefined` when it stays, `null` when nobody speaks. */
function movedVoice(
  { records, voices, consultation, newId }: Moving,
  note: Note,
  { speaker, set }: CommandOf<'notes.edit'>,
): FoundVoice | null | undefined {
  if (speaker === undefined && set.axis === undefined) return undefined
  const session = note.f.session === undefined ? undefined : records.get(note.f.session)
  const identity =
    speaker === undefined
      ? currentIdentity(voices, note)
      : speakerIdentity(records, speaker, session !== undefined && isKind(session, 'session') ? session : undefined)
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
