import { draft, type Draft } from '../../edit/draft.ts'
import { derivedId } from '../../kit/id.ts'
import type { Digest } from '../../kit/ports.ts'
import type { AnyRecord, Records } from '../../model/record.ts'
import type { ParticipantDraft } from '../participants/participant-draft.ts'
import { planParticipants, type ListAnswers, type ListPlan } from '../participants/plan-participants.ts'

/** A slot as a person left it in the preview. */
export interface PastedSlot {
  /** Where it begins in the pasted text. */
  readonly line: number
  /** `HH:MM`, or empty. */
  readonly start: string
  readonly end: string
  readonly label: string
  readonly slotKind: string
}

/** Someone as a person left them in the preview. */
export type PastedPerson = Pick<
  ParticipantDraft,
  'line' | 'name' | 'givenName' | 'organisation' | 'function' | 'country'
>

export interface Paste {
  /** Digest of the pasted text: with the lines, it makes the ids, so that a text pasted twice adds nothing. */
  readonly text: string
  readonly session: string
  readonly slots: readonly PastedSlot[]
  readonly people: readonly PastedPerson[]
  /** How one joins the meeting: the session keeps it, and it never leaves. */
  readonly links: readonly string[]
}

export interface PastePlan {
  readonly slots: { readonly new: number; readonly here: number }
  readonly people: ListPlan
  readonly writings: readonly Draft[]
}

const UNSAID = { category: '', gender: '', region: '', speaksFor: '', email: '', phone: '', lang: '' } as const

/** What a programme that was pasted into a session writes: its slots, and its people as a list brings them. */
export function planPaste(
  paste: Paste,
  records: Records,
  answers: ListAnswers,
  digest: Digest,
  erased: ReadonlySet<string> = new Set(),
): PastePlan {
  const { text, session } = paste
  const drafts = paste.people.map((person): ParticipantDraft => Object.assign({}, UNSAID, person))
  const people = planParticipants(drafts, records, { file: text, session }, answers, digest, erased)
  const slots = paste.slots
    .map((slot) => ({ slot, id: derivedId(digest, text, 'slot', session, String(slot.line)) }))
    // Put in before: what was corrected since stays.
    .filter(({ id }) => !records.has(id))
  const writings = [
    ...slots.map(({ slot, id }) => slotDraft(id, session, slot)),
    ...linkDrafts(records.get(session), paste),
    ...people.writings,
  ]
  return { slots: { new: slots.length, here: paste.slots.length - slots.length }, people, writings }
}

function slotDraft(id: string, session: string, { line, start, end, label, slotKind }: PastedSlot): Draft {
  const times = { ...(start === '' ? {} : { start }), ...(end === '' ? {} : { end }) }
  return draft('slot', id, { session, label, slotKind, ...times, order: line, deleted: null })
}

/** Added under what the session already says of how to join it. */
function linkDrafts(session: AnyRecord | undefined, { session: id, links }: Paste): readonly Draft[] {
  const known = String(session?.f['link'] ?? '')
    .split('\n')
    .filter((line) => line !== '')
  const all = [...new Set([...known, ...links])]
  return all.length === known.length ? [] : [draft('session', id, { link: all.join('\n') })]
}
