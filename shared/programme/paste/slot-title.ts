import { normalise } from '../../search/normalise.ts'
import { nameAtEnd } from './name-of-text.ts'
import { peopleOfText } from './people-of-text.ts'
import { isFunction, isOrganisationWord } from './people-words.ts'
import type { PersonOfText } from './person-of-text.ts'
import { isNamed, startsWithName } from './pieces.ts'

/** The words of a slot, and who stands behind them. */
export interface TitleAndPeople {
  readonly title: string
  readonly people: readonly PersonOfText[]
}

/** « Titre — Nom, organisation », « Titre par Nom », « Titre Nom (SIGLE) et Nom (SIGLE) », « Titre Nom _ organisation ». */
export function titleAndPeople(line: number, text: string): TitleAndPeople {
  const cut =
    cells(text) ?? byWord(text) ?? afterDash(text) ?? beforeDash(text) ?? beforeBrackets(text) ?? afterComma(text)
  const alone = { title: withoutLoneQuote(text), people: [] }
  if (cut === null) return alone
  const { people, left } = peopleOfText(cut.who)
  if (people.length === 0 || left.length > 0) return alone
  const marked = people.map((one) => standingBehind(one, line, cut.isSure))
  return { title: withoutLoneQuote(cut.title.replace(/[\s:;,_–—-]+$/u, '')), people: marked }
}

const standingBehind = (one: PersonOfText, line: number, isSure: boolean): PersonOfText => ({
  ...one,
  line,
  doubt: isSure ? one.doubt : [...one.doubt, 'in-title'],
})

interface Cut {
  readonly title: string
  readonly who: string
  /** A mark of the text says that they are people. */
  readonly isSure: boolean
}

function cells(text: string): Cut | null {
  const [title = '', ...others] = text.split(/\s*\t\s*/u)
  const who = others.join('\t')
  return title !== '' && startsWithName(who) ? { title, who, isSure: true } : null
}

const BY =
  /\s+(?:(?:pr[eé]sent[eé]e?s?|anim[eé]e?s?|mod[eé]r[eé]e?s?|presentad[oa]|moderad[oa]|presented|moderated|chaired)\s+)?(?:par|by|por|avec|with|con)\s+(?=\p{Lu})/giu

function byWord(text: string): Cut | null {
  for (const match of text.matchAll(BY)) {
    const [title, who] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    if (title !== '' && startsWithName(who))
      return {
        title,
        who: `${/mod|anim|chair/iu.exec(match[0]) === null ? '' : `${match[0].trim()} `}${who}`,
        isSure: true,
      }
  }
  return null
}

const DASH = /\s+[—–_-]+\s+|\s*—\s*|\s+_$/gu

function afterDash(text: string): Cut | null {
  for (const match of text.matchAll(DASH)) {
    const [title, who] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    const isDetailed = /[,(—–_;]|\s-\s/u.test(who)
    if (title !== '' && startsWithName(who) && nameAtEnd(title) === null) return { title, who, isSure: isDetailed }
  }
  return null
}

/** « … dans cette optique ? Nom _ organisation »: a name that ends the title, then where it comes from. */
function beforeDash(text: string): Cut | null {
  for (const match of [...text.matchAll(DASH)].toReversed()) {
    const named = nameAtEnd(text.slice(0, match.index))
    const after = text.slice(match.index + match[0].length)
    if (
      named !== null &&
      named.before !== '' &&
      (after === '' || /^[\p{Lu}\p{N}\p{Lo}]/u.test(after) || isFunction(after) || isOrganisationWord(after))
    )
      return { title: named.before, who: `${named.name} — ${after}`, isSure: /[?!.:»"”]$/u.test(named.before) }
  }
  return null
}

/** « Titre Nom (SIGLE) et Nom (SIGLE) » ends with who they are. */
function beforeBrackets(text: string): Cut | null {
  const first =
    /^(.*?)\s*\((?=[^()\d]*\p{Lu})[^()]*\)(?:(?:\s*,\s*|\s+(?:et|and|y|e|&)\s+)[^()]+\([^()]*\))*\.?$/u.exec(text)
  const named = nameAtEnd(first?.[1] ?? '')
  if (named === null || named.before === '') return null
  return { title: named.before, who: text.slice(named.before.length).replace(/^[\s:,–—-]+/u, ''), isSure: false }
}

function afterComma(text: string): Cut | null {
  for (const match of text.matchAll(/,\s+/gu)) {
    const [title, who] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    const [name = '', next = ''] = who.split(/,\s+/u)
    if (isNamed(name) && isFunction(next)) return { title, who, isSure: false }
  }
  return null
}

/** A quotation mark that closes what nothing opened. */
function withoutLoneQuote(text: string): string {
  const title = text.replace(/\s*\t\s*/gu, ' — ').trim()
  return title.endsWith('»') && !title.includes('«') ? title.slice(0, -1).trim() : title
}

const KINDS = [
  [
    'break',
    /^(?:(?:coffee|tea|lunch|short)\s)?(?:pauses?|breaks?|cafe|coffee|dejeuner|lunch|almuerzo|comida|receso|descanso|pausa|cocktail|buffet|refrigerio|intermedio|cena|diner|dinner|collation|repas|interruption)\b/u,
  ],
  ['opening', /^(?:ouverture|opening|apertura|accueil|welcome|bienvenida|mots? d|mot de bienvenue|palabras)\b/u],
  ['introduction', /^(?:introduction|introduccion|presentation generale)\b/u],
  [
    'debate',
    /\b(?:debat|debats|debate|discussion|discusion|echanges|questions reponses|q a|preguntas|table ronde|panel|round table|mesa redonda|conclusion)\b/u,
  ],
] as const

export type SlotKind = (typeof KINDS)[number][0] | 'talk'

export const slotKindOf = (title: string): SlotKind => {
  const words = normalise(title)
  return KINDS.find(([, said]) => said.test(words))?.[0] ?? 'talk'
}
