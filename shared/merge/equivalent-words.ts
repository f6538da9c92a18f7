import { words } from '../search/normalise.ts'
import { trigramsOf } from './trigrams.ts'

/** Words that say nothing of what a label is about, in the languages of the catalogues. */
const SMALL = new Set(
  'a al and au aux d de del des du el en et for in l la las le les los of on para por pour sur the to un una une y'.split(
    ' ',
  ),
)

/** A label as it is compared: its words in their order, small words and marks of the plural left out. */
export interface LabelWords {
  readonly text: string
  /** The same words whatever their order. */
  readonly key: string
  readonly set: ReadonlySet<string>
  readonly trigrams: Float64Array
}

export function labelWords(label: string): LabelWords | null {
  const all = words(label)
  const telling = all.filter((word) => !SMALL.has(word))
  const kept = (telling.length > 0 ? telling : all).map(singular)
  if (kept.length === 0) return null
  const text = kept.join(' ')
  return { text, key: kept.toSorted().join(' '), set: new Set(kept), trigrams: trigramsOf(text) }
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/u, '') : word)

/** « Axe 1 » and « Axe 2 » are two, however alike. */
export const sameFigures = (one: LabelWords, other: LabelWords): boolean => figures(one) === figures(other)

const figures = ({ set }: LabelWords): string =>
  [...set]
    .filter((word) => /\d/u.test(word))
    .toSorted()
    .join(' ')

/** Whether one label is the other with one more word: « eau », « eau potable ». */
export const isWithin = ({ set: one }: LabelWords, { set: other }: LabelWords): boolean => {
  const [short, long] = one.size < other.size ? [one, other] : [other, one]
  return long.size === short.size + 1 && [...short].every((word) => long.has(word))
}

/** Least likeness of two labels that are asked about: the part of their runs of three letters that they share. */
export const ALIKE = 2 / 3

/** Finds the labels that may be alike without comparing each with every other. */
export class LabelIndex {
  readonly #byTrigram = new Map<number, Set<string>>()
  readonly #byWord = new Map<string, Set<string>>()

  add(id: string, { trigrams, set }: LabelWords): void {
    for (const trigram of trigrams) put(this.#byTrigram, trigram, id)
    for (const word of set) put(this.#byWord, word, id)
  }

  /** Everything that may reach `ALIKE`, by its rarest trigrams, and what has its rarest word. */
  near({ trigrams, set }: LabelWords): ReadonlySet<string> {
    // So few are missing in a label that is alike enough that one of these must be there.
    const missing = Math.floor(trigrams.length * (1 - ALIKE)) + 1
    const found = new Set<string>()
    for (const trigram of rarest(this.#byTrigram, trigrams).slice(0, missing))
      for (const id of this.#byTrigram.get(trigram) ?? []) found.add(id)
    for (const word of rarest(this.#byWord, set)) for (const id of this.#byWord.get(word) ?? []) found.add(id)
    return found
  }
}

function put<Key>(index: Map<Key, Set<string>>, key: Key, id: string): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, new Set([id]))
  else known.add(id)
}

const rarest = <Key>(index: ReadonlyMap<Key, ReadonlySet<string>>, keys: Iterable<Key>): readonly Key[] =>
  [...keys].toSorted((a, b) => (index.get(a)?.size ?? 0) - (index.get(b)?.size ?? 0))
