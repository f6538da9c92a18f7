import { splitName, type PersonName } from '../participants/person-name.ts'
import { isFunction, isOrganisationWord } from './people-words.ts'

export interface NameOfText extends PersonName {
  /** Nothing in the words says where the name divides, or which half comes first. */
  readonly isUnsure: boolean
}

const HONORIFIC =
  /^(?:(?:mme|mlle|mmes|mr|mrs|ms|miss|sra|srta|sr|dr|dra|drs|pr|prof|hon|ing|lic|arq|me|mgr)\.?|m\.|mm\.|madame|monsieur|señora?|don|doña|professeure?|professor|docteure?|doctor|h\.\s?e\.|s\.\s?e\.(?:\s?m(?:me)?\.)?|s\.\s?exc\.)\s+(?=\p{Lu}|\p{Lo}|[mdps])/iu
const PARTICLES =
  `al ap av ben bin da das de del dela della den der des di do dos du e el ibn la las le les los ould san
  santa st ter van vom von y zu mac`.split(/\s+/u)
const isParticle = (word: string): boolean => PARTICLES.includes(word.toLowerCase())

/** A word of a name: a capital or a letter of a script without any, and no figure. */
const NAME_WORD = /^(?:(?:[dlo]|al|el|n)[’'ʼ-])?(?:\p{Lu}|\p{Lo})[\p{L}\p{M}’'ʼ.‑-]*$/u
const INITIAL = /^\p{Lu}\.?$/u

/** Family names that stand first in the languages of those who bear them. */
const FAMILY_FIRST = new Set(
  `cao chang chen cheng chin cho choi deng ding feng gao guo han he hong hu huang hwang jang jiang jin kang kim kwon le lee li
  liang liao lim lin liu lu luo lyu ma ng nguyen pan park peng pham qi qian qin shen shi song sun tan tang tian tran wan wang
  wei wong wu xie xu xue yan yang ye yi yin yoon yu yuan zeng zhang zhao zheng zhong zhou zhu`.split(/\s+/u),
)

export const withoutHonorific = (text: string): string => {
  const bare = text.trim().replace(HONORIFIC, '')
  return bare === text.trim() ? bare : withoutHonorific(bare)
}

/** Whether words may be someone's name; one word alone only says so by its place. */
export function looksLikeName(text: string, least = 2): boolean {
  const words = withoutHonorific(text).split(/\s+/u)
  if (words.length < least || words.length > 7 || text.length > 80) return false
  const isName = words.every((word, at) => isNameWord(word) || (at > 0 && at < words.length - 1 && isParticle(word)))
  if (!isName || isFunction(text) || words.some(isOrganisationWord)) return false
  return (
    words.some((word) => word.length > 1 && !isAcronym(word)) ||
    (words.length > 1 && words.some((word) => word.length > 3))
  )
}

const isNameWord = (word: string): boolean => NAME_WORD.test(word) || INITIAL.test(word)
const isAcronym = (word: string): boolean => /^[\p{Lu}\p{N}&-]{2,}$/u.test(word)

/** The halves of a name that prose writes given name first, unless its capitals or its origin say otherwise. */
export function nameOfText(written: string): NameOfText {
  const whole = withoutHonorific(written).replace(/\s+/gu, ' ')
  const split = splitName(whole)
  if (split.givenName !== '') return { ...split, isUnsure: false }
  const words = whole.split(' ')
  const [first = '', second = ''] = words
  const asWhole = { name: whole, givenName: '', isUnsure: true }
  if (words.length < 2 || words.every((word) => word.length > 1 && word === word.toUpperCase())) return asWhole
  if (words.length === 2)
    return FAMILY_FIRST.has(first.toLowerCase()) ? asWhole : { givenName: first, name: second, isUnsure: false }
  const particle = words.findIndex((word, at) => at > 0 && isParticle(word) && word === word.toLowerCase())
  const at = particle > 0 ? particle : words.length === 3 ? 2 : Math.floor(words.length / 2)
  return { givenName: words.slice(0, at).join(' '), name: words.slice(at).join(' '), isUnsure: particle <= 0 }
}

/** The name at the end of words, with at least two of its own; `null` for none. */
export function nameAtEnd(text: string): { readonly before: string; readonly name: string } | null {
  const words = text.split(/(?<=\s)/u)
  let start = words.length
  while (start > 0 && words.length - start < 5) {
    const word = (words[start - 1] ?? '').trim()
    if (!isNameWord(word) && !(isParticle(word) && start < words.length)) break
    start -= 1
  }
  while (start < words.length && isParticle((words[start] ?? '').trim())) start += 1
  const name = words.slice(start).join('').trim()
  return looksLikeName(name) ? { before: words.slice(0, start).join('').trim(), name } : null
}
