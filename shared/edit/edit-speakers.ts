import { fail, ok } from '../kit/result.ts'
import { isKind, type AnyRecord, type Records, type Speaker, type Voice } from '../model/record.ts'
import type { Values } from '../operation/operation.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import type { CommandOf } from './command.ts'
import { draft, type Draft } from './draft.ts'
import { groupOf, identityOfSpeaker, voiceFor, voicesIn, type Identity } from './voices.ts'

/**
 * A person in a session's dock: the person, the organisation when it is new, and their place in this session. Whoever was
 * « Intervenant 4 » until then is named in all that was noted of them.
 */
export function saveSpeaker(context: EditContext, command: CommandOf<'speaker.save'>): readonly Draft[] {
  const { records } = context
  const created = command.newOrganisation
  const organisation = created?.id ?? command.organisation
  const former = speakerIn(records, command.speaker)
  const isNamed = [command.name, command.givenName, command.function].some((words) => words !== '') || organisation
  const unidentified = former?.f.unidentified
  const isStill = unidentified !== undefined && !isNamed
  const speaker = draft('speaker', command.speaker, {
    session: command.session,
    person: command.person,
    organisation,
    function: command.function || null,
    category: command.category,
    gender: command.gender,
    region: command.region,
    speaksFor: command.speaksFor,
    size: command.size,
    slot: command.slot,
    ...(unidentified === undefined ? {} : { unidentified: isStill ? unidentified : null }),
  })
  return [
    ...(created === null || records.has(created.id) ? [] : [draft('organisation', created.id, { name: created.name })]),
    draft('person', command.person, {
      name: command.name || null,
      givenName: command.givenName || null,
      ...sortKeyOf(command, isStill ? undefined : unidentified),
    }),
    speaker,
    ...(former === undefined || unidentified === undefined ? [] : renamed(context, former, speaker)),
  ]
}

/** Someone who was a number is filed under their name from now on. */
const sortKeyOf = ({ sortKey }: CommandOf<'speaker.save'>, number: number | undefined): Values =>
  sortKey === undefined && number === undefined ? {} : { sortKey: sortKey || null }

/** The voices of someone who was not known, as those of whom they turn out to be: at every level, each its own. */
function renamed({ records, newId }: EditContext, former: Speaker, now: Draft): readonly Draft[] {
  const voices = voicesIn(records)
  const [was, is] = [identityOfSpeaker(former), identityOfSpeaker(asSpeaker(now))]
  const session = records.get(former.f.session ?? '')?.f['region']
  const region = is.region ?? (typeof session === 'string' ? session : null)
  return voicesOf(records, was.person).map((voice) => {
    const renaming = draft('voice', voice.id, {
      ...described(voice, { ...is, region }, voices, newId),
      ...((voice.f.speaksFor ?? null) === was.speaksFor ? { speaksFor: is.speaksFor ?? null, size: is.size } : {}),
    })
    voices.set(voice.id, { ...voice, f: { ...voice.f, ...renaming.set } })
    return renaming
  })
}

const asSpeaker = ({ record, set }: Draft): Speaker => {
  const f = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null))
  return { id: record, kind: 'speaker', f }
}

function described(voice: Voice, is: Identity, voices: Records, newId: () => string): Values {
  const { organisation } = is
  return {
    person: is.person,
    organisation,
    function: is.function,
    category: is.category,
    gender: is.gender,
    region: is.region,
    group: organisation === null ? null : groupOf(voices, organisation, voice.f.level ?? 1, newId),
    unidentified: is.unidentified === null ? null : (voice.f.unidentified ?? null),
  }
}

const voicesOf = (records: Records, person: string | null): readonly Voice[] =>
  person === null
    ? []
    : [...records.values()].filter((record) => isKind(record, 'voice')).filter(({ f }) => f.person === person)

/** Someone of the session whose name nobody caught, under the next number, in a free place of the dock. */
export function addUnidentified(
  { records }: EditContext,
  { speaker, person, session }: CommandOf<'speaker.unidentified'>,
): EditResult {
  if (records.get(session)?.kind !== 'session') return fail({ type: 'RecordNotFound', record: session })
  // The same call twice adds one.
  if (records.has(speaker)) return ok([])
  const others = speakersOf(records, session)
  const unidentified = 1 + Math.max(0, ...others.map(({ f }) => f.unidentified ?? 0))
  const taken = new Set(others.map(({ f }) => f.slot))
  const slot = DOCK.find((one) => !taken.has(one)) ?? null
  return ok([
    // Without a name, it is what makes the person exist.
    draft('person', person, { sortKey: String(unidentified) }),
    draft('speaker', speaker, { session, person, speaksFor: 'self', unidentified, slot }),
  ])
}

const DOCK = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

const speakersOf = (records: Records, session: string): readonly Speaker[] =>
  [...records.values()].filter((one): one is Speaker => isKind(one, 'speaker') && one.f.session === session)

/**
 * « C’était Amina Diallo »: the notes of someone unidentified go to the voices of someone of the same session, at every
 * level, and their place in the dock is free again. Notes that others took of them follow when they come.
 */
export function identifySpeaker(context: EditContext, command: CommandOf<'speaker.identify'>): EditResult {
  const { records, newId } = context
  const [from, to] = [speakerIn(records, command.speaker), speakerIn(records, command.as)]
  if (from === undefined || to === undefined)
    return fail({ type: 'RecordNotFound', record: from === undefined ? command.speaker : command.as })
  if (from.f.unidentified === undefined || from.id === to.id || from.f.session !== to.f.session)
    return fail({ type: 'InvalidValue', kind: 'speaker', field: 'unidentified' })
  const [was, own] = [identityOfSpeaker(from), identityOfSpeaker(to)]
  const region = own.region ?? sessionRegion(records, to)
  const left = voicesOf(records, was.person)
  const target = { ...own, region }
  return ok([
    ...movedNotes(context, new Set(left.map(({ id }) => id)), was, target),
    ...left.map((voice) => draft('voice', voice.id, described(voice, target, records, newId))),
    ...(was.person === null || own.person === null ? [] : [draft('person', was.person, { into: own.person })]),
    { record: from.id, kind: 'speaker', remove: true },
  ])
}

const sessionRegion = (records: Records, { f }: Speaker): string | null => {
  const region = records.get(f.session ?? '')?.f['region']
  return typeof region === 'string' ? region : null
}

/** For whom they spoke a given time goes along with the note. */
function movedNotes(
  { records, newId }: EditContext,
  left: ReadonlySet<string>,
  was: Identity,
  target: Identity,
): readonly Draft[] {
  const consultation = levelOfConsultation(records)
  const voices = new Map([...voicesIn(records)].filter(([id]) => !left.has(id)))
  const drafts: Draft[] = []
  for (const note of records.values()) {
    if (!isKind(note, 'note') || note.f.voice === undefined || !left.has(note.f.voice)) continue
    const voice = records.get(note.f.voice) as Voice
    const axis = note.f.axis ?? voice.f.axis
    if (axis === undefined) continue
    const { speaksFor = null, size = null } = voice.f
    const identity = speaksFor === was.speaksFor ? target : { ...target, speaksFor, size }
    const found = voiceFor(voices, identity, axis, levelOfNote(records, note, consultation), newId)
    for (const { record, kind, set } of found.drafts) voices.set(record, { id: record, kind, f: set })
    drafts.push(...found.drafts, draft('note', note.id, { voice: found.id }))
  }
  return drafts
}

function speakerIn(records: Records, id: string): Speaker | undefined {
  const record: AnyRecord | undefined = records.get(id)
  return record !== undefined && isKind(record, 'speaker') ? record : undefined
}
