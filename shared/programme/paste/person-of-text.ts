import { bracketsAtEnd, heldIn, isAcronym, placeIn } from './function-of-text.ts'
import { nameOfText } from './name-of-text.ts'
import { isCountry, isFunction, isOrganisationWord, withoutArticle } from './people-words.ts'

/** What a person should look at before it is created. */
export type PersonDoubt =
  | 'name-halves'
  | 'one-word'
  | 'two-functions'
  | 'no-organisation'
  | 'organisation-guessed'
  | 'place'
  | 'shared-organisation'
  | 'in-title'

export interface PersonOfText {
  /** Where they stand in the text, from 1. */
  readonly line: number
  readonly givenName: string
  readonly name: string
  readonly function: string
  /** With its acronym, and with the city that the text gives beside it, in brackets. */
  readonly organisation: string
  readonly country: string
  readonly doubt: readonly PersonDoubt[]
}

interface Details {
  functions: string[]
  organisation: string
  country: string
  readonly doubt: Set<PersonDoubt>
}

/** Someone of whom the pieces of a list say one thing after the other: « directrice de X », « Ville », « (Pays) ». */
export function personOfText(line: number, named: string, pieces: readonly string[]): PersonOfText {
  const [whole, brackets] = bracketsAtEnd(named)
  const { name, givenName, isUnsure } = nameOfText(whole)
  const details: Details = { functions: [], organisation: '', country: '', doubt: new Set() }
  for (const [at, piece] of pieces.entries()) addPiece(details, piece, pieces[at + 1])
  if (brackets !== '') addBrackets(details, brackets)
  if (details.organisation === '') details.doubt.add('no-organisation')
  if (details.functions.length > 1) details.doubt.add('two-functions')
  if (!/\s/u.test(whole)) details.doubt.add('one-word')
  else if (isUnsure) details.doubt.add('name-halves')
  const { functions, organisation, country, doubt } = details
  return { line, givenName, name, function: functions.join(' ; '), organisation, country, doubt: [...doubt] }
}

/** « de la Plate-forme… », « au Centre… »: where someone is from, without saying what they do there. */
const FROM =
  /^(?:de\s+(?:la|los|las|el)\s|de\s+l[’']|d[’']|du\s|des\s|del\s|de\s|of\s+(?:the\s)?|from\s+(?:the\s)?|au\s|aux\s|à\s+(?:la\s|l[’'])?|pour\s|for\s)/iu

function addPiece(details: Details, piece: string, next: string | undefined): void {
  const [words, brackets] = bracketsAtEnd(piece)
  if (isFunction(words)) addFunction(details, words, next)
  else if (isCountry(words)) addPlace(details, words)
  else if (details.organisation === '' && FROM.test(words)) details.organisation = words.replace(FROM, '')
  else if (
    details.organisation === '' &&
    (/^["«]?\s?[\p{Lu}\p{Lo}\d]/u.test(words) || isOrganisationWord(withoutArticle(words)))
  )
    details.organisation = words
  else if (details.organisation !== '' && /^\p{Lu}[^,;]{1,40}$/u.test(words)) addPlace(details, words)
  else {
    details.functions.push(words)
    details.doubt.add('organisation-guessed')
  }
  if (brackets !== '') addBrackets(details, brackets)
}

function addFunction(details: Details, words: string, next: string | undefined): void {
  const held = heldIn(withoutArticle(words))
  const isNextOne = next !== undefined && !isFunction(next) && !isCountry(next) && !FROM.test(next) && !held.isSure
  if (details.organisation !== '') details.functions.push(words)
  else if (isNextOne || held.organisation === '') details.functions.push(withoutArticle(words))
  else {
    if (held.function !== '') details.functions.push(held.function)
    details.organisation = held.organisation
    // “Director of International Affairs”: a title in capitals may be no place at all.
    if (!held.isSure && /^\p{Lu}/u.test(words)) details.doubt.add('organisation-guessed')
  }
}

/** A country is one; a city is the organisation of who has none, else stands beside it. */
function addPlace(details: Details, words: string): void {
  const { city, country } = placeIn(words)
  if (country !== '' && details.country === '') details.country = country
  else if (country !== '') besideOrganisation(details, country)
  if (city !== '') besideOrganisation(details, city)
}

function besideOrganisation(details: Details, words: string): void {
  details.doubt.add('place')
  details.organisation = details.organisation === '' ? words : `${details.organisation} (${words})`
}

function addBrackets(details: Details, brackets: string): void {
  if (isCountry(brackets)) return addPlace(details, brackets)
  if (isFunction(brackets)) return addFunction(details, brackets, undefined)
  if (details.organisation === '') details.organisation = brackets
  else if (isAcronym(brackets)) details.organisation = `${details.organisation} (${brackets})`
  else addPlace(details, brackets)
}
