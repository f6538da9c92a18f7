import { type AnyRecord, type Records, type Voice, isKind } from '../model/record.ts'
import { follow, joinedRecord } from './follow.ts'

/** Who is behind a voice, as far as this copy of the record knows. */
export interface SpeakerTokens {
  readonly person: string
  readonly organisation: string
}

/** Voices whose organisation nobody knows are never two witnesses. */
export const UNKNOWN_ORGANISATION = 'unknown'

/** Tokens of person and organisation of a voice, joined records counting as one. */
export function speakersOf(records: Records): (voice: Voice) => SpeakerTokens {
  const organisationOfGroup = namedGroups(records)
  return (voice) => {
    const person = personOf(records, voice)
    const { group, unidentified } = voice.f
    const known =
      organisationOf(records, voice) ?? (group === undefined ? null : (organisationOfGroup.get(group) ?? group))
    return { person, organisation: known ?? (unidentified === undefined ? person : UNKNOWN_ORGANISATION) }
  }
}

function personOf(records: Records, voice: Voice): string {
  const first = records.get(follow(records, voice.id, 'twin'))
  const named = voice.f.person ?? (first !== undefined && isKind(first, 'voice') ? first.f.person : undefined)
  return named === undefined ? (first?.id ?? voice.id) : follow(records, named, 'into')
}

const organisationOf = (records: Records, { f }: Voice): string | null =>
  f.organisation === undefined ? null : follow(records, f.organisation, 'into')

/** A voice that only has the token of its organisation is the same organisation as one that also names it. */
function namedGroups(records: Records): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const voice of voicesOf(records)) {
    const organisation = organisationOf(records, voice)
    const { group } = voice.f
    if (organisation === null || group === undefined) continue
    const before = named.get(group)
    if (before === undefined || organisation < before) named.set(group, organisation)
  }
  return named
}

const voicesOf = (records: Records): readonly Voice[] =>
  [...records.values()].filter((record): record is AnyRecord & Voice => isKind(record, 'voice'))

/** The region a voice spoke for; `null` for international, unsettled or unknown. */
export const regionOf = (records: Records, { f }: Voice): string | null =>
  joinedRecord(records, f.region, 'region')?.id ?? null
