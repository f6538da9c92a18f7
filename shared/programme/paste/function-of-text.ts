import { isAuthor, isCountry, isFunction, isOrganisationWord, withoutArticle } from './people-words.ts'

/** What someone does, and where. */
export interface Held {
  readonly function: string
  readonly organisation: string
  /** A noun or an acronym says that it is an organisation; else only a capital does. */
  readonly isSure: boolean
}

/** « de la », « du », “of the”, « de los »… before what may be an organisation. */
const OF =
  /(?:^|\s)(?:(?:de\s+l|au\s+sein\s+de\s+l|à\s+l|d)[’']|(?:de\s+(?:la|los|las|el)|of\s+the|at\s+the|from\s+the|for\s+the|à\s+la|en\s+(?:la|el)|dans\s+la|au\s+sein\s+d[eu](?:\s+la)?|du|des|del|de|of|at|from|with|aux?|à|chez|en)\s+)/giu

const startsAsName = (text: string): boolean => /^["«“]?\s?[\p{Lu}\p{Lo}\p{N}]/u.test(text)

/**
 * « directrice des affaires de la ville de X » → « directrice des affaires », « ville de X ». What another function governs
 * (« envoyée du secrétaire général de l’ONU »), a numbered session and a work stay whole: no one can say whose they are.
 */
export function heldIn(text: string): Held {
  const whole: Held = { function: text, organisation: '', isSure: false }
  if (isAuthor(withoutArticle(text))) return whole
  for (const match of text.matchAll(OF)) {
    const [before, after] = [text.slice(0, match.index).trim(), text.slice(match.index + match[0].length)]
    if (isFunction(after) && !startsAsName(after)) return whole
    if (/\d/u.test(before)) return whole
    const isNoun = isOrganisationWord(withoutArticle(after))
    if (isNoun || (startsAsName(after) && !/^\d/u.test(after)) || /^\p{Ll}\p{Lu}/u.test(after))
      return { function: before, organisation: after.trim(), isSure: isNoun || /^[\p{Lu}\d-]{2,}\b/u.test(after) }
  }
  return whole
}

/** « Université X (Pays) » → the words, and what its last brackets hold. */
export function bracketsAtEnd(text: string): readonly [words: string, brackets: string] {
  const [, words = text, brackets = ''] = /^(.*?)\s*[([]([^()[\]]*)[)\]]$/u.exec(text.trim()) ?? []
  return [words.trim(), brackets.trim()]
}

export const isAcronym = (text: string): boolean => /^(?=[^a-z]*\p{Lu})[\p{Lu}\p{N}&./ -]{2,15}$/u.test(text)

/** « Ville, Pays » → the country last; « Ville » alone has none. */
export function placeIn(text: string): { readonly city: string; readonly country: string } {
  if (isCountry(text)) return { city: '', country: text }
  const [, city = '', country = ''] = /^(.+?)\s*,\s*([^,]+)$/u.exec(text) ?? []
  return isCountry(country) ? { city, country } : { city: text, country: '' }
}
