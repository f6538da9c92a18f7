import type { CommandOf } from '#shared/edit/command.ts'
import type { Records, Session, Speaker } from '#shared/model/record.ts'
import { normalise } from '#shared/search/normalise.ts'

type SpeaksFor = CommandOf<'speaker.save'>['speaksFor']

/** What a person knows of someone who speaks; none of it is needed alone. */
export interface SpeakerAnswers {
  readonly name: string
  readonly givenName: string
  /** What lists file them under; empty for their name. */
  readonly sortKey: string
  readonly function: string
  readonly organisation: string
  readonly category: string | null
  readonly gender: string | null
  /** `null` is international, without section. */
  readonly region: string | null
  readonly speaksFor: SpeaksFor
  readonly size: number | null
}

const textIn = (records: Records, id: string | undefined, field: string): string => {
  const value = id === undefined ? undefined : records.get(id)?.f[field]
  return typeof value === 'string' ? value : ''
}

export function speakerAnswers(records: Records, speaker: Speaker | undefined, session: Session): SpeakerAnswers {
  const f = speaker?.f ?? {}
  return {
    name: textIn(records, f.person, 'name'),
    givenName: textIn(records, f.person, 'givenName'),
    sortKey: f.unidentified === undefined ? textIn(records, f.person, 'sortKey') : '',
    function: f.function ?? '',
    organisation: textIn(records, f.organisation, 'name'),
    category: f.category ?? null,
    gender: f.gender ?? null,
    region: f.region ?? (speaker === undefined ? (session.f.region ?? null) : null),
    speaksFor: f.speaksFor ?? 'self',
    size: f.size ?? null,
  }
}

export const isNobody = ({ name, givenName, function: role, organisation }: SpeakerAnswers): boolean =>
  [name, givenName, role, organisation].every((words) => words.trim() === '')

/** The first free number of a dock, `null` when the nine are taken. */
export function freeSlot(speakers: readonly Speaker[]): number | null {
  const taken = new Set(speakers.map(({ f }) => f.slot))
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].find((slot) => !taken.has(slot)) ?? null
}

export interface SpeakerPlace {
  readonly session: string
  readonly speaker: Speaker | undefined
  /** People of the same session. */
  readonly others: readonly Speaker[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

/** The number of someone unidentified stays until they are named. */
const sortKeyOf = ({ sortKey }: SpeakerAnswers, speaker: Speaker | undefined) =>
  speaker?.f.unidentified !== undefined && sortKey.trim() === '' ? {} : { sortKey: sortKey.trim() || null }

/** The command that puts someone in the dock; an organisation that has another name is a new one. */
export function speakerCommand(
  answers: SpeakerAnswers,
  place: SpeakerPlace,
  newId: () => string,
): CommandOf<'speaker.save'> {
  const { speaker } = place
  const organisation = answers.organisation.trim()
  const known = place.organisations.find(({ name }) => normalise(name) === normalise(organisation))
  return {
    type: 'speaker.save',
    speaker: speaker?.id ?? newId(),
    session: place.session,
    person: speaker?.f.person ?? newId(),
    name: answers.name.trim(),
    givenName: answers.givenName.trim(),
    ...sortKeyOf(answers, speaker),
    organisation: known?.id ?? null,
    newOrganisation: organisation === '' || known !== undefined ? null : { id: newId(), name: organisation },
    function: answers.function.trim(),
    category: answers.category,
    gender: answers.gender,
    region: answers.region,
    speaksFor: answers.speaksFor,
    size: answers.speaksFor === 'self' ? null : answers.size,
    slot: speaker === undefined ? freeSlot(place.others) : (speaker.f.slot ?? null),
  }
}
