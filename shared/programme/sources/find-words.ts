/** Where words stand in a text, in UTF-16 units: from, to. */
export type Place = readonly [from: number, to: number]

/** A letter as it is looked for: « É » is found by « e », « ﬁ » by « fi ». */
const bare = (letter: string): string => letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Texts of a source, made ready to be looked through many times. */
export interface Searched {
  readonly letters: string
  /** Where each letter stands in the text that was given. */
  readonly from: readonly number[]
  readonly length: number
}

export function searched(text: string): Searched {
  let [letters, at] = ['', 0]
  const from: number[] = []
  for (const letter of text) {
    const found = bare(letter)
    for (let count = 0; count < found.length; count += 1) from.push(at)
    letters += found
    at += letter.length
  }
  return { letters, from, length: at }
}

/** Every place of some words in a text, whatever the case and the accents; none for no words. */
export function placesOf(words: string, { letters, from, length }: Searched): readonly Place[] {
  const wanted = searched(words.trim()).letters
  if (wanted === '') return []
  const places: Place[] = []
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + wanted.length)) {
    places.push([from[at] ?? 0, from[at + wanted.length] ?? length])
  }
  return places
}
