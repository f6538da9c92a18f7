import { normalise, words } from '../search/normalise.ts'

/** Words, in their folded spelling, that turn a sentence into its contrary, in the languages of consultations. */
const NEGATIONS: ReadonlySet<string> = new Set(
  [
    'ne n pas jamais aucun aucune nul nulle rien sans ni non',
    'not no never none neither nor without cannot don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven',
    'nunca jamás ningún ninguno ninguna nadie nada sin tampoco',
    'não sem nem nenhum nenhuma',
    'لا لم لن ليس ليست دون بدون غير',
    'не нет ни никогда без',
    'nicht kein keine keinen ohne nie',
  ].flatMap((list) => list.split(' ').map(normalise)),
)

/** Folded words that one of two texts has and the other has not, or not as often, and that change what is said. */
export interface TellingWords {
  readonly numbers: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
}

/** Numbers and negations that tell two texts apart: « 3 km » and « 8 km » are alike but for one letter. */
export function tellingWords(one: string, other: string): TellingWords {
  const [ours, theirs] = [counted(one), counted(other)]
  const apart = [...new Set([...ours.keys(), ...theirs.keys()])].filter((word) => ours.get(word) !== theirs.get(word))
  return {
    numbers: new Set(apart.filter((word) => HAS_DIGIT.test(word))),
    negations: new Set(apart.filter((word) => NEGATIONS.has(word))),
  }
}

const HAS_DIGIT = /\p{N}/u

function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** A text in pieces: those that tell it apart from another, and what is between them, as they were written. */
export function piecesOf(
  text: string,
  { numbers, negations }: TellingWords,
): readonly { readonly text: string; readonly tells: boolean }[] {
  const pieces: { text: string; tells: boolean }[] = []
  for (const part of text.split(WORDS)) {
    const folded = normalise(part)
    const tells = folded !== '' && (numbers.has(folded) || negations.has(folded))
    const last = pieces.at(-1)
    if (last !== undefined && last.tells === tells) last.text += part
    else if (part !== '') pieces.push({ text: part, tells })
  }
  return pieces
}

/** Splits between words and what is between them, keeping both. */
const WORDS = /([\p{L}\p{M}\p{N}]+)/u
