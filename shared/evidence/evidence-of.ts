import { remember } from '../kit/remember.ts'
import { type AnyRecord, type Note, type Records, isKind, members } from '../model/record.ts'
import type { EvidenceInput, EvidenceMention, EvidenceRegion, EvidenceTheme, EvidenceVoice } from './evidence.ts'
import { SILENT_KINDS } from '../process/lists.ts'
import { isDoubtful } from './doubt.ts'
import { follow, joinedRecord } from './follow.ts'
import { interventionsIn } from './interventions.ts'
import { UNKNOWN_ORGANISATION, regionOf, speakersOf } from './speaker-of.ts'

/** Fields that must be settled before a note takes part. */
const DECISIVE_FIELDS = new Set(['scope', 'voice', 'axis', 'stance', 'noteKind'])

/** What folded records say to the evidence: joined records count as their target, unsettled notes not at all. */
export function evidenceInput(all: Iterable<AnyRecord>): EvidenceInput {
  const records: Records = new Map([...all].map((record) => [record.id, record]))
  const said = saidIn(records)
  const themeOf = remember((id) => joinedRecord(records, id, 'theme')?.id)
  return {
    regions: standing(records, 'region').map(({ id, f }) => ({ id, state: stateOf(f['state']) })),
    axes: standing(records, 'axis').map(({ id }) => id),
    themes: standing(records, 'theme').map(({ id }) => ({ id, parent: parentOf(records, id) })),
    voices: [...voicesById(said).values()],
    mentions: said.flatMap((group) => mentionsOf(group, themeOf)),
  }
}

/** Records of a kind that were not joined into another. */
const standing = (records: Records, kind: string): readonly AnyRecord[] =>
  [...records.values()].filter((record) => record.kind === kind && follow(records, record.id, 'into') === record.id)

const stateOf = (state: unknown): EvidenceRegion['state'] =>
  state === 'confirmed' || state === 'held' || state === 'not-held' || state === 'inactive' ? state : 'to-confirm'

function parentOf(records: Records, id: string): EvidenceTheme['parent'] {
  const above = new Set<string>()
  for (let at = directParent(records, id); at !== null && !above.has(at); at = directParent(records, at)) above.add(at)
  // In a cycle of parents the greatest id becomes the root.
  const isCut = above.has(id) && [...above].every((other) => other <= id)
  return isCut ? null : directParent(records, id)
}

function directParent(records: Records, id: string): string | null {
  const parent = joinedRecord(records, records.get(id)?.f['parent'], 'theme')?.id
  return parent === undefined || parent === id ? null : parent
}

/** A note and the voice that it counts for. */
interface Said {
  readonly note: AnyRecord & Note
  readonly voice: EvidenceVoice
}

function saidIn(records: Records): readonly (readonly Said[])[] {
  const voiceOf = voiceReader(records)
  const axisOf = remember((id) => joinedRecord(records, id, 'axis')?.id)
  const said: Said[] = []
  for (const record of records.values()) {
    if (!isKind(record, 'note') || !takesPart(record)) continue
    const axis = axisOf(record.f.axis ?? '')
    if (axis !== undefined) said.push({ note: record, voice: voiceOf(record, axis) })
  }
  return byIntervention(records, said)
}

/** What was said on an axis, the notes of one intervention together and in one voice. */
function byIntervention(records: Records, said: readonly Said[]): readonly (readonly Said[])[] {
  const standIn = interventionsIn(records)
  const groups = new Map<string, Said[]>()
  for (const one of said) {
    const key = `${standIn(one.note.id)} ${one.voice.axis}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()].map((group) => {
    if (group.length === 1) return group
    const first = group.find(({ note }) => note.id === standIn(note.id)) ?? group[0]
    return first === undefined ? [] : group.map((one) => ({ ...one, voice: inVoiceOf(one.voice, first.voice) }))
  })
}

/** The voice that stands for an intervention; its own word on where it was heard counts. */
const inVoiceOf = (own: EvidenceVoice, first: EvidenceVoice): EvidenceVoice => (own.id === first.id ? own : first)

function takesPart(note: Note): boolean {
  if (SILENT_KINDS.has(note.f.noteKind)) return false
  const unsettled = note.conflicts === undefined ? [] : Object.keys(note.conflicts)
  return !unsettled.some((field) => DECISIVE_FIELDS.has(field) || field.startsWith('theme:'))
}

function voiceReader(records: Records): (note: Note, axis: string) => EvidenceVoice {
  const speakerOf = speakersOf(records)
  const regionOfSession = remember((session) => sessionRegion(records, session))
  const known = remember((id) => {
    const voice = records.get(id)
    return voice === undefined || !isKind(voice, 'voice')
      ? null
      : { region: regionOf(records, voice), ...speakerOf(voice) }
  })
  return (note, axis) => {
    const { voice = '', session = '' } = note.f
    const [speaker, ofSession] = [known(voice), regionOfSession(session)]
    if (speaker === null || isDoubtful(note)) return withoutSpeaker(note, axis, ofSession)
    const ownSession = ofSession.own && ofSession.region === speaker.region
    return { id: `${voice}:${axis}`, axis, ...speaker, ownSession }
  }
}

interface SessionRegion {
  readonly region: string | null
  /** Whether the session is a consultation of that region. */
  readonly own: boolean
}

function sessionRegion(records: Records, id: string): SessionRegion {
  const session = records.get(id)
  if (session === undefined || !isKind(session, 'session')) return { region: null, own: false }
  const region = joinedRecord(records, session.f.region, 'region')?.id ?? null
  return { region, own: region !== null && session.f.scale === 'regional' }
}

/** Notes whose speaker is not known, not sure, or withheld, are together one voice of their session. */
function withoutSpeaker(note: Note, axis: string, { region, own }: SessionRegion): EvidenceVoice {
  const id = `${note.f.session ?? ''}:${axis}`
  return { id, axis, region, person: id, organisation: UNKNOWN_ORGANISATION, ownSession: own }
}

/** Of an intervention, a stance that one rapporteur noted is not undone by another who noted none. */
function mentionsOf(
  group: readonly Said[],
  themeOf: (member: string) => string | undefined,
): readonly EvidenceMention[] {
  const mentions = group.flatMap(({ note, voice }) =>
    members(note, 'theme').flatMap((member): EvidenceMention[] => {
      const theme = themeOf(member)
      return theme === undefined ? [] : [{ voice: voice.id, theme, stance: note.f.stance ?? 'raises' }]
    }),
  )
  if (group.length < 2) return mentions
  const taken = new Set(mentions.filter(({ stance }) => stance !== 'raises').map(({ theme }) => theme))
  return mentions.filter(({ theme, stance }) => stance !== 'raises' || !taken.has(theme))
}

/** One entry per voice and axis; once heard in its own consultation, it counts there. */
function voicesById(said: readonly (readonly Said[])[]): ReadonlyMap<string, EvidenceVoice> {
  const byId = new Map<string, EvidenceVoice>()
  for (const group of said)
    for (const { voice } of group) {
      const before = byId.get(voice.id)
      byId.set(voice.id, before?.ownSession === true && !voice.ownSession ? { ...voice, ownSession: true } : voice)
    }
  return byId
}
