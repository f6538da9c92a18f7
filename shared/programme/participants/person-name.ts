import { normalise } from '../../search/normalise.ts'

/** A name as a program can sort and print it. */
export interface PersonName {
  readonly name: string
  readonly givenName: string
}

/** Which half comes first where capitals do not tell: what the header of the column says, or nothing. */
export type NameOrder = 'family-first' | 'given-first' | null

/** « NOM Prénom » and « Apellidos y nombre » say an order, « Nom complet » does not. */
export function nameOrder(header: string): NameOrder {
  const words = normalise(header)
  const family = words.search(/\b(nom|last|family|surname|apellidos?)\b/)
  const given = words.search(/\b(prenoms?|first|given|nombre)\b/)
  if (family < 0 || given < 0) return null
  return family < given ? 'family-first' : 'given-first'
}

/**
 * The two halves of a name written in one cell: « Nom, Prénom », « NOM Prénom », « Prénom NOM », or as the header orders
 * two words. A name that nothing divides surely is kept whole as `name`, which prints the same: half the world does not
 * write family names last, or has none.
 */
export function splitName(cell: string, order: NameOrder = null): PersonName {
  const whole = cell.replace(/\s+/gu, ' ').trim().replace(CIVILITY, '')
  const [before = '', after = '', ...more] = whole.split(/\s*[,،，、]\s*/u)
  if (after !== '' && more.length === 0 && !/^\p{Ll}/u.test(after)) return { name: before, givenName: after }
  const words = before.split(' ')
  return byCapitals(words) ?? byOrder(words, order) ?? { name: before, givenName: '' }
}

const CIVILITY = /^(?:(?:mme|mlle|mr|mrs|ms|sra|srta|sr|dr|dra|pr|prof)\.?|m\.|s\.e\.(?:m\.)?) (?=.)/iu

/** Letters in front of a name in capitals that are not: McDONALD, d’ALMEIDA. */
const IN_CAPITALS = /^(?:Mc|Mac|O['’]|[dl]['’])?[\p{Lu}\p{M}'’‑-]{2,}\.?$/u
const PARTICLES = new Set(
  'al al- av ben bin da das de del dela della den der des di do dos du e el ibn la las le les los ter van vom von y zu'.split(
    ' ',
  ),
)

const isParticle = (word: string | undefined): boolean => word !== undefined && PARTICLES.has(word.toLowerCase())

/** The run of words in capitals is the family name, with the particles that lead to it or join it. */
function byCapitals(words: readonly string[]): PersonName | null {
  const isFamily = words.map((word) => IN_CAPITALS.test(word))
  let [start, end] = [isFamily.indexOf(true), isFamily.lastIndexOf(true)]
  if (start < 0) return null
  const isWhole = words.slice(start, end + 1).every((word, at) => isFamily[start + at] || isParticle(word))
  while (start > 0 && isParticle(words[start - 1])) start -= 1
  const given = [...words.slice(0, start), ...words.slice(end + 1)]
  // Everything in capitals, or capitals at both ends: nothing tells the halves.
  if (!isWhole || given.length === 0 || (start > 0 && end < words.length - 1)) return null
  return { name: words.slice(start, end + 1).join(' '), givenName: given.join(' ') }
}

function byOrder(words: readonly string[], order: NameOrder): PersonName | null {
  const [first = '', second = ''] = words
  if (order === null || words.length !== 2) return null
  return order === 'family-first' ? { name: first, givenName: second } : { name: second, givenName: first }
}

/** One spelling for names that people take for the same, whichever half comes first: « N’DIAYE Awa », « Awa Ndiaye ». */
export const nameKey = ({ name, givenName }: PersonName): string =>
  normalise(`${givenName} ${name}`.replace(/['’ʼ`]/gu, ''))
    .split(' ')
    .toSorted()
    .join(' ')
