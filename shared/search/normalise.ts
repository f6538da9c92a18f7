import { withoutInclusiveForms } from './inclusive-forms.ts'

/** Letters that Unicode does not decompose and that people search by another. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
}
const letters = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')

/**
 * Marks that add to a letter without making another: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and
 * hamzas, tatweel, invisible signs. Vowel signs of Indic scripts and voiced kana are letters to their readers and stay.
 */
const marks =
  /\p{Cf}|\u0640|(?=\p{M})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu
// Single spaces, by far the most frequent, are left where they are: four times faster.
const betweenWords = /[^\p{L}\p{M}\p{N} ]+/gu

/**
 * One spelling for everything that people take for the same words: the key of search, duplicates, labels and pasted lists.
 *
 * Case, accents, ligatures, Arabic letter variants and inclusive forms go; punctuation becomes one space. Independent of
 * the language of the machine; normalising twice changes nothing. For keys only: never shown, never stored instead of the text.
 */
export function normalise(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(letters, (letter) => LETTERS[letter] ?? letter)
  return withoutInclusiveForms(folded).replace(betweenWords, ' ').replace(/ {2,}/g, ' ').trim().normalize('NFC')
}

/** The normalised words of a text, in their order, none for a text without letters or digits. */
export function words(text: string): readonly string[] {
  const normalised = normalise(text)
  return normalised === '' ? [] : normalised.split(' ')
}

/** Whether every word of the search is somewhere in the text, whole or as a part (Chinese has no spaces, Arabic glues its article). */
export function matches(needle: string, haystack: string): boolean {
  const searched = normalise(haystack)
  return words(needle).every((word) => searched.includes(word))
}
