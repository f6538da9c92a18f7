import type { ReadOnly } from '#shared/contract/opening.ts'

/** What the person is told of their work, the most pressing first. Moments are milliseconds since 1970. */
export type SaveState =
  /** Nothing can be written here. */
  | { readonly state: 'read-only'; readonly why: ReadOnly }
  /** The disk refuses: `since` is when the first words that it lacks were handed over, `code` what the system says. */
  | { readonly state: 'not-saved'; readonly since: number; readonly code: string; readonly writings: number }
  /** Still refused here, and all of it in a copy that was made elsewhere. */
  | { readonly state: 'elsewhere'; readonly at: number; readonly name: string; readonly writings: number }
  /** A writing takes long. */
  | { readonly state: 'saving'; readonly since: number }
  /** Words on the screen that no disk has; `keptAt`, those before them. */
  | { readonly state: 'typing'; readonly savedAt: number; readonly keptAt: number | null }
  /** Every word on the screen would come back after a power cut; some are not said to be done. */
  | { readonly state: 'draft-kept'; readonly savedAt: number; readonly keptAt: number }
  | { readonly state: 'saved'; readonly savedAt: number }

/** What happened to one writing or one draft; each writing is told apart by its number. */
export type SaveEvent =
  | { readonly type: 'opened'; readonly savedAt: number; readonly readOnly: ReadOnly | null }
  | { readonly type: 'began'; readonly writing: number; readonly at: number }
  /** It has been on its way for long enough to say so. */
  | { readonly type: 'slow'; readonly writing: number }
  | { readonly type: 'saved'; readonly writing: number; readonly at: number }
  | { readonly type: 'refused'; readonly writing: number; readonly code: string }
  /** It is no longer to be written: the program found it wrong, or the person gave it up. */
  | { readonly type: 'dropped'; readonly writing: number }
  /** A copy made elsewhere holds these writings. */
  | { readonly type: 'copied'; readonly writings: readonly number[]; readonly at: number; readonly name: string }
  | { readonly type: 'typed'; readonly draft: string; readonly at: number }
  /** The disk has the draft as it was typed at `typedAt`. */
  | { readonly type: 'kept'; readonly draft: string; readonly typedAt: number; readonly at: number }
  | { readonly type: 'draft-refused'; readonly draft: string; readonly code: string }
  /** Its words were written, or taken off the screen. */
  | { readonly type: 'draft-ended'; readonly draft: string }

interface Writing {
  readonly since: number
  readonly isSlow: boolean
  /** The last refusal; a retry that is under way does not make one forget it. */
  readonly code: string | null
  readonly copy: { readonly at: number; readonly name: string } | null
}

interface Draft {
  readonly typedAt: number
  /** Since when words have been without a disk; null when it has them all. */
  readonly bareSince: number | null
  readonly keptAt: number | null
  readonly code: string | null
}

export interface SaveMachine {
  readonly readOnly: ReadOnly | null
  /** When the last writing that was acknowledged reached the disk, however many others wait. */
  readonly savedAt: number
  /** Only those that were not acknowledged. */
  readonly writings: ReadonlyMap<number, Writing>
  readonly drafts: ReadonlyMap<string, Draft>
}

export const NOTHING_YET: SaveMachine = { readOnly: null, savedAt: 0, writings: new Map(), drafts: new Map() }

/** The machine after one event. Events about a writing or a draft that it does not know change nothing. */
export function afterEvent(machine: SaveMachine, event: SaveEvent): SaveMachine {
  switch (event.type) {
    case 'opened':
      return { ...NOTHING_YET, savedAt: event.savedAt, readOnly: event.readOnly }
    case 'began': {
      const fresh: Writing = { since: event.at, isSlow: false, code: null, copy: null }
      return { ...machine, writings: withEntry(machine.writings, event.writing, fresh) }
    }
    case 'saved': {
      const savedAt = Math.max(machine.savedAt, event.at)
      return { ...machine, savedAt, writings: without(machine.writings, event.writing) }
    }
    case 'dropped':
      return { ...machine, writings: without(machine.writings, event.writing) }
    case 'slow':
      return onWritings(machine, [event.writing], (writing) => ({ ...writing, isSlow: true }))
    case 'refused':
      return onWritings(machine, [event.writing], (writing) => ({ ...writing, isSlow: false, code: event.code }))
    case 'copied': {
      const { at, name } = event
      return onWritings(machine, event.writings, (writing) => ({ ...writing, copy: { at, name } }))
    }
    default:
      return { ...machine, drafts: draftsAfter(machine.drafts, event) }
  }
}

type DraftEvent = Extract<SaveEvent, { readonly draft: string }>

function draftsAfter(drafts: SaveMachine['drafts'], event: DraftEvent): SaveMachine['drafts'] {
  if (event.type === 'draft-ended') return without(drafts, event.draft)
  const former = drafts.get(event.draft)
  if (event.type === 'typed') {
    const { bareSince = null, keptAt = null, code = null } = former ?? {}
    const draft: Draft = { typedAt: event.at, bareSince: bareSince ?? event.at, keptAt, code }
    return withEntry(drafts, event.draft, draft)
  }
  if (former === undefined) return drafts
  if (event.type === 'draft-refused') return withEntry(drafts, event.draft, { ...former, code: event.code })
  const bareSince = former.typedAt > event.typedAt ? former.typedAt : null
  return withEntry(drafts, event.draft, { ...former, bareSince, keptAt: event.at, code: null })
}

/** What to say now. A failure is never hidden by the success of something else. */
export function saveState({ readOnly, savedAt, writings, drafts }: SaveMachine): SaveState {
  if (readOnly !== null) return { state: 'read-only', why: readOnly }
  const waiting = [...writings.values()]
  const refused = waiting.filter(({ code }) => code !== null)
  const bare = [...drafts.values()].filter(({ bareSince }) => bareSince !== null)
  const lacking = [
    ...refused.filter(({ copy }) => copy === null),
    ...bare.flatMap(({ code, bareSince }) => (code === null ? [] : [{ code, since: bareSince ?? 0 }])),
  ].toSorted((a, b) => a.since - b.since)
  const [first] = lacking
  if (first !== undefined)
    return { state: 'not-saved', since: first.since, code: first.code ?? 'UNKNOWN', writings: refused.length }
  const copy = refused.findLast((writing) => writing.copy !== null)?.copy ?? null
  if (copy !== null) return { state: 'elsewhere', ...copy, writings: refused.length }
  const slow = waiting.find(({ isSlow }) => isSlow)
  if (slow !== undefined) return { state: 'saving', since: slow.since }
  const kept = [...drafts.values()].flatMap((draft) => (draft.keptAt === null ? [] : [draft.keptAt]))
  const keptAt = kept.length === 0 ? null : Math.max(...kept)
  if (bare.length > 0) return { state: 'typing', savedAt, keptAt }
  return keptAt === null ? { state: 'saved', savedAt } : { state: 'draft-kept', savedAt, keptAt }
}

/** Whether closing now would lose words: refused here, and in no copy. */
export const isAtRisk = (machine: SaveMachine): boolean => saveState(machine).state === 'not-saved'

/** The writings that the disk refused, in the order they were made. */
export const refusedWritings = ({ writings }: SaveMachine): readonly number[] =>
  [...writings].filter(([, { code }]) => code !== null).map(([writing]) => writing)

function onWritings(
  machine: SaveMachine,
  wanted: readonly number[],
  change: (writing: Writing) => Writing,
): SaveMachine {
  const known = new Set(wanted.filter((writing) => machine.writings.has(writing)))
  const writings = [...machine.writings].map(
    ([number, writing]) => [number, known.has(number) ? change(writing) : writing] as const,
  )
  return known.size === 0 ? machine : { ...machine, writings: new Map(writings) }
}

const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value)

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const next = new Map(map)
  return next.delete(key) ? next : map
}
