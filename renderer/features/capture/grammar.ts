import { normalise } from '#shared/search/normalise.ts'

/** What gives a meaning to the signs of a line. */
export interface Grammar {
  /** Kinds of note by the letter, or the two, that stand for them before a colon. */
  readonly prefixes: Readonly<Record<string, string>>
  /** Short labels of the axes, in their order. */
  readonly axes: readonly string[]
  /** Names of the people in the dock, in its order; empty for who has none. */
  readonly speakers: readonly string[]
}

const LEAST_LETTERS = 2

/** Where the only label is that holds the words as `holds` says, or is them; `null` for none and for several. */
function onlyOf(
  labels: readonly string[],
  typed: string,
  holds: (label: string, key: string) => boolean,
): number | null {
  const key = normalise(typed.replaceAll('_', ' '))
  if (key.length < LEAST_LETTERS) return null
  const known = labels.map(normalise)
  const same = known.indexOf(key)
  if (same !== -1) return same
  const found = known.flatMap((label, index) => (holds(label, key) ? [index] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The axis that `/3` or `/cli` stands for, by its place in the list. */
export function axisOfWord(word: string, { axes }: Grammar): number | null {
  if (!/^\d$/.test(word)) return onlyOf(axes, word, (label, key) => label.startsWith(key))
  return Number(word) <= axes.length ? Number(word) - 1 : null
}

/** Whom `@dia` stands for, by the start of one of their names, by their place in the list. */
export const speakerOfWord = (word: string, { speakers }: Grammar): number | null =>
  onlyOf(speakers, word, (label, key) => ` ${label}`.includes(` ${key}`))

/** The kind that a letter or two stand for before a colon. */
export const kindOfPrefix = (letters: string, { prefixes }: Grammar): string | null => {
  const prefix = letters.toLowerCase()
  return Object.hasOwn(prefixes, prefix) ? (prefixes[prefix] ?? null) : null
}

/** Kinds by their letters, out of the letters of the kinds that are offered. */
export const prefixesOf = (kinds: readonly string[], letters: (kind: string) => string): Grammar['prefixes'] =>
  Object.fromEntries(kinds.map((kind) => [letters(kind), kind]))
