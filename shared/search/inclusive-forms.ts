/** Feminine endings, accents and case already removed. */
const FEMININE =
  'trice|teuse|ienne|enne|celle|elle|hesse|esse|rice|euse|ouse|iere|ere|sse|aine|ine|ale|ive|ice|tte|onne|che|que|[nltsvdr]?e'

const BASE = String.raw`(?<base>\p{L}{2,})`
const WORD_END = String.raw`(?![\p{L}\p{N}])`
/** Every sign that keyboards give for the midpoint: middle dot, bullet, hyphenation point, dot operator. */
const MIDPOINT = '[\u00b7\u2022\u2027\u22c5]'
/** A full stop also ends sentences and a hyphen joins pronouns (« peut-elle »): those two count only where nothing else can be meant. */
const STOP_OR_HYPHEN = '[.\u2010\u2011-]'
const PLURAL = `(?:${MIDPOINT}|${STOP_OR_HYPHEN})(?<plural>[sx])`

const forms = [
  `${BASE}${MIDPOINT}(?:${FEMININE})(?:(?<joined>s)|${PLURAL})?${WORD_END}`,
  `${BASE}${STOP_OR_HYPHEN}(?:${FEMININE})${PLURAL}${WORD_END}`,
  `${BASE}${STOP_OR_HYPHEN}e(?<joined>s)?${WORD_END}`,
  String.raw`${BASE}\.(?:trice|rice|euse|iere)(?<joined>s)?${WORD_END}`,
  String.raw`${BASE}\((?:${FEMININE})(?<joined>s)?\)(?<plural>s)?${WORD_END}`,
  String.raw`${BASE}\((?<joined>s)\)${WORD_END}`,
].map((form) => new RegExp(form, 'gu'))

/** Most words hold no such sign, and the six forms are dear. */
const joint = /[\u00b7\u2022\u2027\u22c5.\u2010\u2011(-]\p{L}/u

/** The middle dot that is spelling, not a second ending, as in Catalan « col·lectiu ». */
const insideWord = /(?<=\p{L})\u00b7(?=\p{L})/gu

/**
 * « representant·e-s », « expert.e.s » and « tou·te-s » as « representants », « experts » and « tous »:
 * the masculine alone, since it is what the other spellings share. Expects lower case without accents.
 */
export function withoutInclusiveForms(text: string): string {
  return joint.test(text) ? text.replace(/\S+/gu, (word) => (joint.test(word) ? plainWord(word) : word)) : text
}

function plainWord(word: string): string {
  let plain = word
  for (const form of forms) plain = plain.replace(form, masculine)
  return plain.replace(insideWord, '')
}

function masculine(...found: readonly unknown[]): string {
  const { base = '', joined, plural } = found.at(-1) as Readonly<Record<string, string | undefined>>
  const isPlural = joined !== undefined || plural !== undefined
  return isPlural && !/[sx]$/.test(base) ? `${base}s` : base
}
