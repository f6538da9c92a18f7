import { isDoubtful } from '#shared/evidence/doubt.ts'
import { members } from '#shared/model/record.ts'
import { words } from '#shared/search/normalise.ts'
import { type ReviewEntry, searchedText } from './review-entry.ts'

/** What is at the side, in the order of the work. */
export const VIEWS = [
  'undecided',
  'no-speaker',
  'doubtful',
  'quotes',
  'no-theme',
  'recommendations',
  'protected',
  'unsettled',
  'all',
] as const
export type View = (typeof VIEWS)[number]

/** What narrows the list, each on its own; `null` and an empty text ask for nothing. */
export interface Filter {
  readonly view: View
  readonly region: string | null
  readonly axis: string | null
  readonly session: string | null
  readonly kind: string | null
  readonly scope: string | null
  readonly theme: string | null
  readonly text: string
}
export type FilterPart = keyof Filter

export const NO_FILTER: Filter = {
  view: 'all',
  region: null,
  axis: null,
  session: null,
  kind: null,
  scope: null,
  theme: null,
  text: '',
}

/** How the sitting went and what the rapporteur thought: nobody qualifies or attributes them. */
const SILENT = new Set<unknown>(['procedure', 'remark'])
/** From here on nothing is said of who spoke. */
const PROTECTED_FROM = 5

const IN_VIEW: Readonly<Record<View, (entry: ReviewEntry) => boolean>> = {
  undecided: ({ note }) => !SILENT.has(note.f.noteKind) && (note.f.scope ?? 'undecided') === 'undecided',
  'no-speaker': ({ note, attributed }) => !attributed && !SILENT.has(note.f.noteKind),
  doubtful: ({ note }) => isDoubtful(note),
  quotes: ({ note }) => note.f.noteKind === 'quote' && (note.f.quoteState ?? 'to-review') === 'to-review',
  'no-theme': ({ note }) => !SILENT.has(note.f.noteKind) && members(note, 'theme').length === 0,
  recommendations: ({ note }) => note.f.noteKind === 'recommendation',
  protected: ({ level }) => level >= PROTECTED_FROM,
  unsettled: ({ note }) => note.conflicts !== undefined,
  all: () => true,
}

const PASSES: { readonly [P in FilterPart]: (entry: ReviewEntry, wanted: Filter[P]) => boolean } = {
  view: (entry, view) => IN_VIEW[view](entry),
  region: ({ region }, wanted) => wanted === null || region === wanted,
  axis: ({ axis }, wanted) => wanted === null || axis === wanted,
  session: ({ note }, wanted) => wanted === null || note.f.session === wanted,
  kind: ({ note }, wanted) => wanted === null || note.f.noteKind === wanted,
  scope: ({ note }, wanted) => wanted === null || (note.f.scope ?? 'undecided') === wanted,
  theme: ({ themes }, wanted) => wanted === null || themes.has(wanted),
  text: ({ note }, wanted) => words(wanted).every((word) => searchedText(note).includes(word)),
}

const FILTER_PARTS = Object.keys(PASSES) as readonly FilterPart[]

const passes = (entry: ReviewEntry, filter: Filter, part: FilterPart): boolean =>
  (PASSES[part] as (entry: ReviewEntry, wanted: Filter[FilterPart]) => boolean)(entry, filter[part])

const passesAll = (entry: ReviewEntry, filter: Filter, but?: FilterPart): boolean =>
  FILTER_PARTS.every((part) => part === but || passes(entry, filter, part))

export const filterEntries = (entries: readonly ReviewEntry[], filter: Filter): readonly ReviewEntry[] =>
  entries.filter((entry) => passesAll(entry, filter))

/** How many notes each view would show, the other filters staying as they are. */
export function countByView(entries: readonly ReviewEntry[], filter: Filter): Readonly<Record<View, number>> {
  const others = entries.filter((entry) => passesAll(entry, filter, 'view'))
  return Object.fromEntries(VIEWS.map((view) => [view, others.filter(IN_VIEW[view]).length])) as Record<View, number>
}

/** How many notes each section would show, the other filters staying as they are. */
export function countByRegion(entries: readonly ReviewEntry[], filter: Filter): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const entry of entries) {
    if (passesAll(entry, filter, 'region')) counts.set(entry.region, (counts.get(entry.region) ?? 0) + 1)
  }
  return counts
}

/** The parts that narrow the list now. */
export const activeParts = (filter: Filter): readonly FilterPart[] =>
  FILTER_PARTS.filter((part) => filter[part] !== NO_FILTER[part])

export const without = (filter: Filter, part: FilterPart): Filter => ({ ...filter, [part]: NO_FILTER[part] })

/** Which single part, once dropped, would show something again, with how many notes; the most first. */
export const partsToDrop = (
  entries: readonly ReviewEntry[],
  filter: Filter,
): readonly { readonly part: FilterPart; readonly count: number }[] =>
  activeParts(filter)
    .map((part) => ({ part, count: filterEntries(entries, without(filter, part)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
