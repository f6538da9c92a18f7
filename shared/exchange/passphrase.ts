/** What a passphrase must be at least: so many characters, or so many words of three letters or more. */
export const PASSPHRASE = { characters: 12, words: 4, longest: 1_000 } as const

/** The same passphrase typed on another computer: accents in one form, no space around, one space between words. */
export const tidyPassphrase = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ')

export type Strength = 'weak' | 'enough' | 'strong'

/** What a stranger would need to guess it. A few characters again and again count as those few. */
export function strengthOf(text: string): Strength {
  const passphrase = tidyPassphrase(text)
  const words = new Set(passphrase.split(' ').filter((word) => word.length >= 3)).size
  const different = new Set(passphrase).size
  if (different < 6) return 'weak'
  if (passphrase.length < PASSPHRASE.characters && words < PASSPHRASE.words) return 'weak'
  return words > PASSPHRASE.words || (passphrase.length >= 20 && different >= 12) ? 'strong' : 'enough'
}
