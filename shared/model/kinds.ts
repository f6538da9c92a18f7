import * as z from 'zod'
import {
  content,
  day,
  flag,
  kind,
  labels,
  level,
  name,
  organisation,
  paired,
  privately,
  ref,
  text,
  time,
  translated,
  when,
  whole,
} from './kind.ts'
import { attachment } from './attachment-kind.ts'
import { organisationKind, person, speaker, voice } from './people-kinds.ts'
import { wideKinds } from './wide-kinds.ts'

export const STANCES = ['supports', 'nuances', 'opposes'] as const
export const SCOPES = ['undecided', 'trend', 'specificity'] as const
/** By family name; as in the list that people came from; by what they are, those with a mandate first. */
export const LIST_ORDERS = ['name', 'source', 'protocol'] as const
export const CONSULTATION_STATES = ['to-confirm', 'confirmed', 'held', 'not-held', 'inactive'] as const
export const QUOTE_STATES = ['to-review', 'checked', 'approved'] as const

const consultation = kind({
  ...labels,
  ...translated('subtitle'),
  hashtag: content(text),
  organiser: content(text),
  template: content(text),
  edition: content(text),
  lang: content(text),
  start: content(day),
  end: content(day),
  /** Written by us to explore the program; never mixed with real data. */
  sample: content(flag),
  level: content(level),
  consent: content(ref),
  /** Where readings are printed (evidence, addition 9). */
  readings: content(z.enum(['none', 'annex', 'body'])),
  /** The public key that sections lock their files for (age). */
  recipient: content(text),
  /** House language: names of frameworks and inclusive form. */
  house: content(z.enum(['uclg', 'un'])),
})

const axis = kind(
  {
    ...labels,
    ...translated('short'),
    ...translated('variant'),
    ...translated('vision'),
    ...translated('objective'),
    ...translated('output'),
    /** Whether the secretariat has confirmed that this output belongs to this axis. */
    outputState: content(z.enum(['to-confirm', 'confirmed'])),
    date: content(day),
    order: content(whole),
    into: content(ref),
  },
  { capital: 'c', apart: 'c' },
)

const region = kind(
  {
    ...labels,
    /** Three letters, only beside the shape. */
    code: content(text),
    ...translated('short'),
    organisation: content(text),
    seat: content(text),
    regionKind: content(z.enum(['continental', 'metropolitan', 'regional-forum', 'city', 'country', 'custom'])),
    shape: content(text),
    colour: content(text),
    /** State of the section's own consultation; anything but `held` is never a zero. */
    state: content(z.enum(CONSULTATION_STATES)),
    date: content(day),
    order: content(whole),
    into: content(ref),
  },
  { apart: 'c' },
)

const session = kind(
  {
    ...labels,
    date: content(day),
    start: content(time),
    end: content(time),
    place: content(text),
    mode: content(z.enum(['on-site', 'online', 'hybrid'])),
    /** In which order documents list who was heard. */
    listOrder: content(z.enum(LIST_ORDERS)),
    scale: content(z.enum(['global', 'regional', 'thematic', 'stakeholder', 'local'])),
    region: content(ref),
    state: content(z.enum(CONSULTATION_STATES)),
    level: content(level),
    /** What the level rests on, when it is looser than the default. */
    basis: content(text),
    consent: content(ref),
    order: content(whole),
    link: privately(text),
    promise: privately(text),
    /** Minutes to add to this computer's clock to have that of the room. */
    clockOffset: when(whole),
  },
  { axis: 'c' },
)

const note = kind(
  {
    text: content(text),
    lang: content(text),
    translation: content(text),
    translationLang: content(text),
    session: content(ref),
    axis: content(ref),
    voice: content(ref),
    noteKind: content(text),
    stance: content(z.enum(STANCES)),
    channel: content(text),
    scope: content(z.enum(SCOPES)),
    scopeReason: content(text),
    quoteState: content(z.enum(QUOTE_STATES)),
    recommendationClass: content(text),
    addressee: content(text),
    /** Who said it is not sure: nobody is named for it until someone settles it. */
    doubtful: content(flag),
    /** A figure or a fact that was heard, and that someone must verify. */
    toCheck: content(flag),
    /** What a commitment says besides its words: who will act, when, on what condition. */
    holder: organisation(text),
    due: content(text),
    condition: content(text),
    /** The point of divergence on which this note is one position; its own voice holds it. */
    positionOf: content(paired),
    /** The part of the session under another rule that it was said in. */
    segment: content(ref),
    level: content(level),
    /** The level announced to the speaker when the note was taken; only a consent that covers the note lowers it. */
    promised: content(level),
    consent: content(ref),
    /** Milliseconds since 1970 of the first keystroke. */
    at: when(whole),
    /** Milliseconds since 1970 of the key that finished it. */
    committed: when(whole),
    order: when(whole),
    slot: when(ref),
    /** What the rapporteur who took it was there for: `hall`, `chat`, `quotes`, or `workshop-1` and so on. */
    takenAs: when(text),
    /** Where an imported row came from, for instance « fichier.csv, ligne 12 ». */
    source: privately(text),
  },
  { theme: 'c', tag: 'c', capital: 'c' },
)

/**
 * What a person said of two notes that were taken of one intervention, or only look so. Both stay, with their authors; an
 * intervention counts once. It names its notes without holding them: withdrawn contributions take theirs along.
 */
const pair = kind({
  one: content(paired),
  other: content(paired),
  judgement: content(z.enum(['same', 'different'])),
})

const theme = kind(
  {
    ...labels,
    parent: content(ref),
    axis: content(ref),
    /** The section that proposed it. */
    proposedBy: content(ref),
    order: content(whole),
    into: content(ref),
  },
  { apart: 'c' },
)

/** A trend or a specificity that a person has decided. */
const tag = kind(
  {
    label: content(text),
    scope: content(z.enum(['trend', 'specificity'])),
    axis: content(ref),
    reason: content(text),
    decider: name(text),
  },
  { theme: 'c', region: 'c' },
)

const synthesis = kind({
  region: content(ref),
  axis: content(ref),
  /** Which part of the document it opens: `summary`, `trends`, `specificities`, `divergences`, `output`, `next`. */
  part: content(text),
  text: content(text),
  state: content(z.enum(['draft', 'reviewed', 'with-members', 'validated', 'validated-with-reserve', 'integrated'])),
})

/** What lets a level be loosened: who agreed, when, on what basis, for which records (`cover:<id>`), to which level. */
const consent = kind(
  { level: content(level), at: content(day), basis: content(text), withdrawn: content(flag), who: name(text) },
  { cover: 'c' },
)

/** Kinds that screens edit, then those that are kept, sent and merged by the generic decoder alone. */
export const kinds = {
  consultation,
  axis,
  region,
  session,
  person,
  organisation: organisationKind,
  speaker,
  voice,
  note,
  pair,
  attachment,
  theme,
  tag,
  synthesis,
  consent,
  ...wideKinds,
}
export type KindName = keyof typeof kinds
