import { normalise } from '../../search/normalise.ts'
import type { GENDERS } from '../../process/lists.ts'

type Gender = (typeof GENDERS)[number]

const WORDS: Readonly<Record<Gender, string>> = {
  woman:
    'woman women female femme femmes feminin mujer mujeres femenino f w mme mlle madame mrs ms miss sra srta senora',
  man: 'man men male homme hommes masculin hombre hombres masculino h mr monsieur sr senor',
  other: 'other autre otro otra x nonbinary nb non binaire non binary no binario',
}
const BY_WORD = new Map(
  (Object.entries(WORDS) as [Gender, string][]).flatMap(([gender, words]) =>
    words.split(' ').map((word) => [word, gender] as const),
  ),
)

/**
 * Reads the genders of one column. « M » is a man beside F or Mme, a woman beside H (« hombre », « mujer »), and says
 * nothing alone. `null` for words that are not understood.
 */
export function genderReader(column: readonly string[]): (words: string) => Gender | null {
  const all = new Set(column.map(normalise))
  const has = (...words: readonly string[]): boolean => words.some((word) => all.has(word))
  const m: Gender | null = has('f', 'w', 'mme', 'mrs', 'ms', 'sra', 'madame')
    ? 'man'
    : has('h', 'hombre')
      ? 'woman'
      : null
  return (words) => {
    const key = normalise(words)
    return key === 'm' ? m : (BY_WORD.get(key.replaceAll(' ', '')) ?? BY_WORD.get(key) ?? null)
  }
}
