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
  /** « Intervenant k » of a session, as long as nobody knows the name. */
  readonly unidentified: number | null
}

const identityOf = ({ f }: Speaker | Voice): Identity => ({
  person: f.person ?? null,
  organisation: f.organisation ?? null,
  function: f.function ?? null,
  category: f.category ?? null,
  gender: f.gender ?? null,
  region: f.region ?? null,
  speaksFor: f.speaksFor ?? null,
  size: f.size ?? null,
  unidentified: f.unidentified ?? null,
})

export const identityOfVoice = (voice: Voice): Identity => identityOf(voice)

/** Someone in the dock speaks for themselves unless it is said otherwise. */
export const identityOfSpeaker = (speaker: Speaker): Identity => {
  const identity = identityOf(speaker)
  return { ...identity, speaksFor: identity.speaksFor ?? 'self' }
}

export interface FoundVoice {
  readonly id: string
  /** What must be written for the voice to exist; nothing when it does already. */
  readonly drafts: readonly Draft[]
}

/** The voices alone: what `voiceFor` looks through, once per command. */
export const voicesIn = (records: Records): Map<string, AnyRecord> =>
  new Map([...records].filter(([, record]) => record.kind === 'voice'))

/**
 * The voice of someone on an axis at a level: one per person × region × axis × level, so that a note taken under a strict
 * rule never shares a voice with one taken in public. Found, or made with a random id. Where the person is not known, a
 * voice has one twin per level.
 */
export function voiceFor(
  records: Records,
  identity: Identity,
  axis: string,
  level: number,
  newId: () => string,
  twin: string | null = null,
): FoundVoice {
  const wanted = { ...identity, axis, level }
  for (const record of records.values()) {
    const isFound = identity.person === null ? isTwinOf(record, twin, axis, level) : isVoiceOf(record, wanted)
    if (isFound) return { id: record.id, drafts: [] }
  }
  const id = newId()
  const group = identity.organisation === null ? null : groupOf(records, identity.organisation, level, newId)
  const unidentified = numberAt(level, identity.unidentified)
  return { id, drafts: [draft('voice', id, withoutNulls({ ...identity, axis, level, group, twin, unidentified }))] }
}

/** The number is told where a name may be; elsewhere it would tell which voices are one person's, and 0 stands for it. */
const numberAt = (level: number, unidentified: number | null): number | null =>
  unidentified === null || level === 1 ? unidentified : 0

type Wanted = Pick<Identity, 'person' | 'region' | 'speaksFor' | 'size'> & {
  readonly axis: string
  readonly level: number
}

const isVoiceOf = (record: AnyRecord, wanted: Wanted): boolean =>
  isKind(record, 'voice') &&
  record.conflicts === undefined &&
  record.f.person === wanted.person &&
  record.f.axis === wanted.axis &&
  record.f.level === wanted.level &&
  (record.f.region ?? null) === wanted.region &&
  (record.f.speaksFor ?? null) === wanted.speaksFor &&
  (record.f.size ?? null) === wanted.size

const isTwinOf = (record: AnyRecord, twin: string | null, axis: string, level: number): boolean =>
  twin !== null &&
  isKind(record, 'voice') &&
  record.f.twin === twin &&
  record.f.axis === axis &&
  record.f.level === level

/**
 * The token shared by voices of one organisation at one level; it tells them apart without naming any. Shared between
 * levels, it would name a protected voice by a public one.
 */
export function groupOf(records: Records, organisation: string, level: number, newId: () => string): string {
  for (const record of records.values()) {
    if (!isKind(record, 'voice') || record.f.organisation !== organisation || record.f.level !== level) continue
    if (record.f.group !== undefined) return record.f.group
  }
  return newId()
}

const withoutNulls = (values: Readonly<Record<string, string | number | null | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === null || value === undefined ? [] : [[field, value]])),
  )
