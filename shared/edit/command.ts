import * as z from 'zod'
import { QUOTE_STATES, SCOPES, STANCES } from '../model/kinds.ts'
import { day, level, ref } from '../model/kind.ts'

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
})

const theme = z.object({ id: ref, label: z.string().min(1).max(200) })

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
    /** Milliseconds since 1970 of the first keystroke. */
    at: z.int(),
  }),
  z.object({
    type: z.literal('notes.edit'),
    notes: z.array(ref).min(1).max(10_000),
    set: noteChanges,
    speaker: ref.nullable().optional(),
    addThemes: z.array(ref).max(50),
    newThemes: z.array(theme).max(20),
    removeThemes: z.array(ref).max(50),
  }),
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
    organisation: ref.nullable(),
    newOrganisation: z.object({ id: ref, name: z.string().min(1).max(300) }).nullable(),
    function: z.string().max(300),
    category: z.string().nullable(),
    gender: z.string().nullable(),
    region: ref.nullable(),
    speaksFor: z.enum(['self', 'delegation', 'collective', 'working-group']),
    size: z.int().min(1).max(100_000).nullable(),
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
  /** Chooses what stands where several values stood side by side. */
  z.object({ type: z.literal('conflict.settle'), record: ref, field: z.string(), value }),
])
export type Command = z.infer<typeof commandSchema>
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

export type EditFailure =
  | { readonly type: 'RecordNotFound'; readonly record: string }
  | { readonly type: 'NotEditable'; readonly kind: string }
  | { readonly type: 'UnknownField'; readonly kind: string; readonly field: string }
  | { readonly type: 'InvalidValue'; readonly kind: string; readonly field: string }
  | { readonly type: 'TextIsBlank' }
  /** A stricter level is already in force; loosening needs a consent. */
  | { readonly type: 'LooserThanNow'; readonly record: string; readonly level: number }
