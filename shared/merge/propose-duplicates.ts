import { folded, NearDuplicates, type Alike } from './near-duplicates.ts'

/** What two notes are compared by: their words, and where and when they were said. */
export interface ComparedNote {
  readonly id: string
  readonly text: string
  readonly session: string | null
  /** The section that was spoken for. */
  readonly region: string | null
  readonly voice: string | null
  /** Milliseconds since 1970 of the first keystroke; `null` for an imported note. */
  readonly at: number | null
  /** Who took it, as far as is known here. */
  readonly taker: string | null
}

/** Where two notes that say nearly the same were taken, the likeliest to be one intervention first. */
export const NEARNESS = ['moment', 'session', 'section', 'sections'] as const
export type Nearness = (typeof NEARNESS)[number]

/** Two notes that may be of one intervention; `one` is the lesser id. */
export interface NearDuplicate {
  readonly one: string
  readonly other: string
  /** From 0 to 1. */
  readonly likeness: number
  readonly nearness: Nearness
  readonly sameVoice: boolean
}

/** Two rapporteurs do not type at the same speed. */
const MOMENT = 5 * 60_000
/** A text that resembles this many others, elsewhere, is a formula: thanks, a vote, the giving of the floor. */
const FORMULA = 4
/** Likeness asked of texts that were not noted by two people at one moment, from so many different runs of three letters. */
const ALIKE_ELSEWHERE = 0.6
const TELLING_RUNS = 60
const LEAST_RUNS_ELSEWHERE = 24

/**
 * The pairs of notes that a person should look at: those of `asked` against all, or all against all. `onShare` hears how
 * far the search is, from 0 to 1.
 */
export function proposeDuplicates(
  notes: readonly ComparedNote[],
  asked: ReadonlySet<string> | null = null,
  onShare: (share: number) => void = () => {},
): readonly NearDuplicate[] {
  const found = pairsAmong(notes, asked, onShare)
  const looksLike = resemblances(found)
  const isFormula = ({ one, other }: NearDuplicate): boolean =>
    (looksLike.get(one) ?? 0) >= FORMULA || (looksLike.get(other) ?? 0) >= FORMULA
  return found.filter((pair) => pair.nearness === 'moment' || !isFormula(pair)).toSorted(likeliestFirst)
}

function pairsAmong(
  notes: readonly ComparedNote[],
  asked: ReadonlySet<string> | null,
  onShare: (share: number) => void,
): readonly NearDuplicate[] {
  const search = new NearDuplicates()
  const byId = new Map(notes.map((note) => [note.id, note]))
  const ready = [...byId.values()].map(({ id, text }) => folded(id, text))
  // What is here comes before what is asked, so that each pair is met once.
  const here = asked === null ? [] : ready.filter(({ id }) => !asked.has(id))
  const coming = asked === null ? ready : ready.filter(({ id }) => asked.has(id))
  for (const note of ready) search.learn(note)
  for (const note of here) search.add(note)
  return coming.flatMap((note, index) => {
    const alike = search.ask(note)
    search.add(note)
    onShare((index + 1) / coming.length)
    return alike.flatMap((match) => proposalOf(byId, note.id, match) ?? [])
  })
}

function proposalOf(byId: ReadonlyMap<string, ComparedNote>, id: string, match: Alike): NearDuplicate | null {
  const [a, b] = [byId.get(id), byId.get(match.id)]
  if (a === undefined || b === undefined) return null
  const nearness = nearnessOf(a, b)
  if (nearness !== 'moment' && !tells(match)) return null
  const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
  return { one, other, likeness: match.likeness, nearness, sameVoice: a.voice !== null && a.voice === b.voice }
}

/** Short texts resemble each other by chance: they must do so more. */
const tells = ({ likeness, runs }: Alike): boolean =>
  runs >= LEAST_RUNS_ELSEWHERE && likeness >= ALIKE_ELSEWHERE + 0.3 * Math.max(0, 1 - runs / TELLING_RUNS)

function nearnessOf(a: ComparedNote, b: ComparedNote): Nearness {
  if (a.session !== null && a.session === b.session) return areOfOneMoment(a, b) ? 'moment' : 'session'
  return a.region === b.region ? 'section' : 'sections'
}

/** One rapporteur who writes the same words twice notes two interventions, most of the time. */
const areOfOneMoment = (a: ComparedNote, b: ComparedNote): boolean =>
  a.at !== null && b.at !== null && Math.abs(a.at - b.at) <= MOMENT && (a.taker === null || a.taker !== b.taker)

function resemblances(pairs: readonly NearDuplicate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { one, other, likeness } of pairs)
    if (likeness < 1) for (const id of [one, other]) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** The order in which pairs are shown: where two people noted one moment, then by likeness. */
export const likeliestFirst = (a: NearDuplicate, b: NearDuplicate): number =>
  NEARNESS.indexOf(a.nearness) - NEARNESS.indexOf(b.nearness) ||
  Number(b.sameVoice) - Number(a.sameVoice) ||
  b.likeness - a.likeness ||
  (a.one + a.other < b.one + b.other ? -1 : 1)
