import * as z from 'zod'
import {
  content,
  descriptor,
  functionHeld,
  kind,
  level,
  name,
  organisation,
  privately,
  ref,
  text,
  whole,
} from './kind.ts'

export const person = kind(
  {
    name: name(text),
    givenName: name(text),
    /** What a list by family name files them under; their name when it is not said. */
    sortKey: name(text),
    /** Their line in the list they came from. */
    order: name(whole),
    email: privately(text),
    phone: privately(text),
    /** The language to write to them in. */
    lang: privately(text),
    /** As the last list said: it tells who a row is about where no session does. */
    organisation: privately(ref),
    into: name(ref),
  },
  { apart: 'n' },
)

export const organisationKind = kind(
  {
    name: organisation(text),
    acronym: organisation(text),
    country: organisation(text),
    /** The section it belongs to by membership, never by country. */
    region: organisation(ref),
    into: organisation(ref),
  },
  { apart: 'o' },
)

/** A person in one session: what the dock shows. It names someone, so every field is at least class `n`. */
export const speaker = kind({
  session: name(ref),
  person: name(ref),
  organisation: name(ref),
  function: name(text),
  category: name(text),
  gender: name(text),
  region: name(ref),
  speaksFor: name(z.enum(['self', 'delegation', 'collective', 'working-group'])),
  size: name(whole),
  /** « Intervenant k » of its session, until someone knows the name. */
  unidentified: name(whole),
  /** Dock slot, 1 to 9; slots never move by themselves. */
  slot: name(whole),
})

/** What notes name instead of a person: one per person × region × axis × effective level. */
export const voice = kind({
  region: content(ref),
  axis: content(ref),
  /** Random token shared by voices of the same organisation. */
  group: content(text),
  speaksFor: content(z.enum(['self', 'delegation', 'collective', 'working-group', 'contribution'])),
  size: content(whole),
  level: content(level),
  /** « Intervenant k (non identifié) » of its session. */
  unidentified: content(whole),
  category: descriptor(text),
  gender: descriptor(text),
  organisation: organisation(ref),
  function: functionHeld(text),
  person: name(ref),
  /** The voice that it was before a note was tightened. */
  twin: name(ref),
})
