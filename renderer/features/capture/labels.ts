import { labelOf } from '#shared/model/label.ts'
import { isKind, type AnyRecord, type Note, type Records, type Speaker, type Voice } from '#shared/model/record.ts'
import type { Line, SpeaksFor } from './line.ts'

const textOf = (record: AnyRecord | undefined, field: string): string => {
  const value = record?.f[field]
  return typeof value === 'string' ? value : ''
}

const said = (records: Records, id: string | undefined): AnyRecord | undefined =>
  id === undefined ? undefined : records.get(id)

const personName = (person: AnyRecord | undefined): string =>
  `${textOf(person, 'givenName')} ${textOf(person, 'name')}`.trim()

type Someone = Speaker | Voice

/** Name, function and organisation of someone, those that are known, in that order. */
export function wordsOf(records: Records, { f }: Someone): readonly string[] {
  const organisation = said(records, f.organisation)
  return [personName(said(records, f.person)), f.function ?? '', textOf(organisation, 'name')].filter(
    (words) => words !== '',
  )
}

/** The voice of a note, when it has one that is here. */
export function voiceOf(records: Records, note: Note): Voice | undefined {
  const voice = said(records, note.f.voice)
  return voice !== undefined && isKind(voice, 'voice') ? voice : undefined
}

/** The speaker of a session behind a voice: the same person for the same section. */
export const speakerOf = (speakers: readonly Speaker[], voice: Voice | undefined): Speaker | undefined =>
  voice?.f.person === undefined
    ? undefined
    : (speakers.find(({ f }) => f.person === voice.f.person && f.region === voice.f.region) ??
      speakers.find(({ f }) => f.person === voice.f.person))

/** A short label, or the label where there is none. */
export const shortLabel = (record: AnyRecord | undefined, lang: string): string =>
  labelOf(record, lang, 'short') || labelOf(record, lang)

/** For whom the session says that whoever has the floor speaks. */
export const usualFor = ({ speaker }: Line, speakers: readonly Speaker[]): SpeaksFor =>
  speakers.find(({ id }) => id === speaker)?.f.speaksFor ?? 'self'
