import type { Chance } from '../build/chance.ts'

/** Parts of the words that a second rapporteur writes otherwise. */
export const REWRITES = { light: 8, medium: 20, heavy: 35 } as const
export type Rewrite = keyof typeof REWRITES

/**
 * A text as another hand would have typed it: one word in so many is mistyped, left out, replaced by a word of `lexicon` or
 * changed place with another, and one accent in ten is lost.
 */
export function rewritten(text: string, rewrite: Rewrite, lexicon: readonly string[], chance: Chance): string {
  const words = text.split(/\s+/u)
  const altered = Math.max(1, Math.round((words.length * REWRITES[rewrite]) / 100))
  for (let turn = 0; turn < altered && words.length > 1; turn += 1) {
    const at = chance.below(words.length)
    const how = chance.below(100)
    if (how < 35) words[at] = mistyped(words[at] ?? '', chance)
    else if (how < 60) words.splice(at, 1)
    else if (how < 85) words[at] = chance.one(lexicon)
    else {
      const other = chance.below(words.length)
      const word = words[at] ?? ''
      words[at] = words[other] ?? ''
      words[other] = word
    }
  }
  return words
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, (mark) => (chance.in100(10) ? '' : mark))
    .normalize('NFC')
}

/** Two letters beside each other change place. */
function mistyped(word: string, chance: Chance): string {
  const letters = Array.from(word)
  if (letters.length < 2) return word
  const at = chance.below(letters.length - 1)
  const letter = letters[at] ?? ''
  letters[at] = letters[at + 1] ?? ''
  letters[at + 1] = letter
  return letters.join('')
}
