import { isKind, type AnyRecord, type Records, type Speaker, type Voice } from '../model/record.ts'
import type { Values } from '../operation/operation.ts'
import { draft, type Draft } from './draft.ts'

/** What is known of the one who speaks, whichever record says it. */
export interface Identity {
  readonly person: string | null
  readonly organisation: string | null
  readonly function: string | null
  readonly category: string | null
  readonly gender: string | null
  readonly region: string | null
  readonly speaksFor: Voice['f']['speaksFor'] | null
  readonly size: number | null
}

export const identityOfSpeaker = ({ f }: Speaker): Identity => ({
  person: f.person ?? null,
  organisation: f.organisation ?? null,
  function: f.function ?? null,
  category: f.category ?? null,
  gender: f.gender ?? null,
  region: f.region ?? null,
  speaksFor: f.speaksFor ?? 'self',
  size: f.size ?? null,
})

export const identityOfVoice = ({ f }: Voice): Identity => ({
  person: f.person ?? null,
  organisation: f.organisation ?? null,
  function: f.function ?? null,
  category: f.category ?? null,
  gender: f.gender ?? null,
  region: f.region ?? null,
  speaksFor: f.speaksFor ?? null,
  size: f.size ?? null,
})

export interface FoundVoice {
  readonly id: string
  /** What must be written for the voice to exist; nothing when it does already. */
  readonly drafts: readonly Draft[]
}

/**
 * The voice of someone on an axis at a level: one per person × region × axis × level, so that a note taken under a strict
 * rule never shares a voice with one taken in public. Found, or made with a random id.
 */
export function voiceFor(
  records: Records,
  identity: Identity,
  axis: string,
  level: number,
  newId: () => string,
  twin: string | null = null,
): FoundVoice {
  const wanted = { axis, level, person: identity.person, region: identity.region, speaksFor: identity.speaksFor }
  for (const record of records.values()) {
    if (identity.person !== null && isVoiceOf(record, wanted)) return { id: record.id, drafts: [] }
  }
  const id = newId()
  const group = identity.organisation === null ? null : groupOf(records, identity.organisation, newId)
  return { id, drafts: [draft('voice', id, withoutNulls({ ...identity, axis, level, group, twin }))] }
}

type Wanted = Pick<Identity, 'person' | 'region' | 'speaksFor'> & { readonly axis: string; readonly level: number }

const isVoiceOf = (record: AnyRecord, wanted: Wanted): boolean =>
  isKind(record, 'voice') &&
  record.conflicts === undefined &&
  record.f.person === wanted.person &&
  record.f.axis === wanted.axis &&
  record.f.level === wanted.level &&
  (record.f.region ?? null) === wanted.region &&
  (record.f.speaksFor ?? null) === wanted.speaksFor

/** The token shared by voices of one organisation; it tells them apart without naming any. */
function groupOf(records: Records, organisation: string, newId: () => string): string {
  for (const record of records.values()) {
    if (isKind(record, 'voice') && record.f.organisation === organisation && record.f.group !== undefined) {
      return record.f.group
    }
  }
  return newId()
}

const withoutNulls = (values: Readonly<Record<string, string | number | null | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === null || value === undefined ? [] : [[field, value]])),
  )
