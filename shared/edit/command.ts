import * as z from 'zod'
import { QUOTE_STATES, SCOPES, STANCES } from '../model/kinds.ts'
import { day, level, ref, time } from '../model/kind.ts'
import { voiceCommands } from './voice-commands.ts'

const value = z.union([z.string(), z.boolean(), z.int(), z.null()])
const noteText = z.string().min(1).max(100_000)

/** What can be changed on one or many notes at once. `null` unsets; an absent field is left as it is. */
const noteChanges = z.object({
  text: noteText.optional(),
  lang: z.string().optional(),
  translation: z.string().nullable().optional(),
  translationLang: z.string().nullable().optional(),
  axis: ref.optional(),
  noteKind: z.string().optional(),
  stance: z.enum(STANCES).nullable().optional(),
  channel: z.string().nullable().optional(),
  scope: z.enum(SCOPES).optional(),
  scopeReason: z.string().nullable().optional(),
  quoteState: z.enum(QUOTE_STATES).nullable().optional(),
  recommendationClass: z.string().nullable().optional(),
  addressee: z.string().nullable().optional(),
  doubtful: z.literal(true).nullable().optional(),
  toCheck: z.literal(true).nullable().optional(),
  holder: z.string().max(300).nullable().optional(),
  due: z.string().max(300).nullable().optional(),
  condition: z.string().max(2_000).nullable().optional(),
  positionOf: ref.nullable().optional(),
})

const speaksFor = z.enum(['self', 'delegation', 'collective', 'working-group'])
/** How many a collective or a working group are. */
const size = z.int().min(1).max(100_000)

/** What may be said of a note beside what every note has; absent means not said. */
const saidBeside = z.object({
  doubtful: z.literal(true).optional(),
  toCheck: z.literal(true).optional(),
  holder: z.string().min(1).max(300).optional(),
  due: z.string().min(1).max(300).optional(),
  condition: z.string().min(1).max(2_000).optional(),
  positionOf: ref.optional(),
  /** What the rapporteur was there for: `hall`, `chat`, `quotes`, or `workshop-1` and so on. */
  takenAs: z
    .string()
    .regex(/^(hall|chat|quotes|workshop-[1-9])$/)
    .optional(),
  /** Milliseconds since 1970 of the key that finished it. */
  committed: z.int().optional(),
})

const theme = z.object({ id: ref, label: z.string().min(1).max(200) })

const join = z.object({ record: ref, into: ref.nullable() })

/** Everything a person can do, one member per command. Ids of new records come with the command, so a repeated call cannot make two. */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('note.capture'),
    note: ref,
    text: noteText,
    lang: z.string(),
    session: ref,
    axis: ref,
    /** Whose turn it is, `null` when nobody could be identified. */
    speaker: ref.nullable(),
    noteKind: z.string(),
    stance: z.enum(STANCES).nullable(),
    scope: z.enum(SCOPES),
    themes: z.array(ref).max(50),
    newThemes: z.array(theme).max(20),
    channel: z.string().optional(),
    level: level.optional(),
    /** The slot of the session that it was said in. */
    slot: ref.optional(),
    /** The part of the session under another rule that it was said in. */
    segment: ref.optional(),
    /** For whom they speak this time, when it is not what their place in the session says. */
    speaksFor: speaksFor.optional(),
    size: size.optional(),
    /** Milliseconds since 1970 of the first keystroke. */
    at: z.int(),
    ...saidBeside.shape,
  }),
  z.object({
    type: z.literal('notes.edit'),
    notes: z.array(ref).min(1).max(10_000),
    set: noteChanges,
    speaker: ref.nullable().optional(),
    /** For whom whoever speaks in them does, `size` being how many these are. */
    speaksFor: speaksFor.optional(),
    size: size.optional(),
    addThemes: z.array(ref).max(50),
    newThemes: z.array(theme).max(20),
    removeThemes: z.array(ref).max(50),
  }),
  /** Says in words what a picture or a document shows. */
  z.object({ type: z.literal('attachment.describe'), attachment: ref, label: z.string().max(2_000) }),
  z.object({ type: z.literal('attachment.remove'), attachment: ref }),
  z.object({ type: z.literal('notes.remove'), notes: z.array(ref).min(1).max(10_000) }),
  /** Holds notes or a whole session to a stricter level. */
  z.object({ type: z.literal('level.tighten'), records: z.array(ref).min(1).max(10_000), level }),
  /** Loosens, with who agreed, when and on what basis. */
  z.object({
    type: z.literal('level.loosen'),
    records: z.array(ref).min(1).max(10_000),
    level,
    consent: ref,
    who: z.string().min(1),
    at: day,
    basis: z.string().min(1),
  }),
  z.object({ type: z.literal('consent.withdraw'), consent: ref }),
  /** Adds a person to a session's dock, or corrects them. Absent person or organisation ids are made from the names. */
  z.object({
    type: z.literal('speaker.save'),
    speaker: ref,
    session: ref,
    person: ref,
    name: z.string().max(200),
    givenName: z.string().max(200),
    /** What a list by family name files them under, when it is not that name. */
    sortKey: z.string().max(200).nullable().optional(),
    organisation: ref.nullable(),
    newOrganisation: z.object({ id: ref, name: z.string().min(1).max(300) }).nullable(),
    function: z.string().max(300),
    category: z.string().nullable(),
    gender: z.string().nullable(),
    region: ref.nullable(),
    speaksFor,
    size: size.nullable(),
    slot: z.int().min(1).max(9).nullable(),
  }),
  /** Creates or corrects a record of the programme: axis, region, session, theme, tag, synthesis, organisation… */
  z.object({
    type: z.literal('record.save'),
    kind: z.string(),
    record: ref,
    set: z.record(z.string(), value),
  }),
  z.object({ type: z.literal('record.remove'), kind: z.string(), record: ref }),
  /** Says that a slot of a session begins, and that the one before has ended; `at` is the time of day. */
  z.object({ type: z.literal('slot.go'), slot: ref, at: time }),
  /** Says that two notes are of one intervention, or are not; `null` takes it back. */
  z.object({
    type: z.literal('pairs.judge'),
    pairs: z
      .array(z.object({ one: ref, other: ref }))
      .min(1)
      .max(1_000),
    judgement: z.enum(['same', 'different']).nullable(),
  }),
  /** Chooses what stands where several values stood side by side. */
  z.object({ type: z.literal('conflict.settle'), record: ref, field: z.string(), value }),
  /** The same for many at once: one step to take back. What is gone meanwhile has nothing to settle. */
  z.object({
    type: z.literal('conflicts.settle'),
    choices: z
      .array(z.object({ record: ref, field: z.string().max(256), value }))
      .min(1)
      .max(100_000),
  }),
  /** Decides on records that were put away while someone was writing in them. */
  z.object({ type: z.literal('kept.settle'), records: z.array(ref).min(1).max(10_000), keep: z.boolean() }),
  /** Makes a record count as another of its kind, or as itself again (`null`); nothing is rewritten. */
  z.object({ type: z.literal('records.join'), joins: z.array(join).min(1).max(1_000) }),
  /** Says that two records that look alike are two, so that nobody is asked again. */
  z.object({
    type: z.literal('records.keepApart'),
    pairs: z
      .array(z.object({ record: ref, other: ref }))
      .min(1)
      .max(1_000),
  }),
  ...voiceCommands,
])
export type Command = z.infer<typeof commandSchema>
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

export type EditFailure =
  | { readonly type: 'RecordNotFound'; readonly record: string }
  | { readonly type: 'NotEditable'; readonly kind: string }
  | { readonly type: 'UnknownField'; readonly kind: string; readonly field: string }
  | { readonly type: 'InvalidValue'; readonly kind: string; readonly field: string }
  | { readonly type: 'TextIsBlank' }
  /** An interpreter's words, or those of a chat or a poll, are nobody's own: they cannot be quoted. */
  | { readonly type: 'NotQuotable'; readonly channel: string }
  /** Several versions of it stand side by side: they are settled first. */
  | { readonly type: 'Unsettled'; readonly record: string }
  /** Someone agreed to how these very words are attributed. */
  | { readonly type: 'UnderConsent'; readonly record: string }
  /** Two people said it: it stays two notes. */
  | { readonly type: 'TwoVoices'; readonly record: string }
  /** Joined so, records would lead to each other in a circle. */
  | { readonly type: 'JoinsInCircle'; readonly record: string }
  /** A stricter level is already in force; loosening needs a consent. */
  | { readonly type: 'LooserThanNow'; readonly record: string; readonly level: number }

/** What `note.capture` says of a note beside what every note has. */
export type SaidBeside = z.infer<typeof saidBeside>
export const SAID_BESIDE = Object.keys(saidBeside.shape) as readonly (keyof SaidBeside)[]
