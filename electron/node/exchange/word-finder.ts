/** One spelling for what a reader takes for the same word: no case, no accent, no invisible sign, one space between words. */
const foldedWord = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')

/** Shorter words are found whole only: ids and digests would spell them by chance. */
const FOUND_ANYWHERE = 8
const isPartOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_-]/u.test(character)

/** Looks for many words in many texts in one pass over each; words of a thousand people cost hardly more than one. */
export class WordFinder {
  readonly #byStart = new Map<string, { readonly word: string; readonly folded: string }[]>()
  readonly #starts = new Uint8Array(65_536)
  readonly #found = new Set<string>()

  constructor(words: readonly string[]) {
    for (const word of words) {
      const folded = foldedWord(word).trim()
      if (folded.length < 2) continue
      const start = folded.slice(0, 2)
      this.#starts[hashAt(folded, 0)] = 1
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), { word, folded }])
    }
  }

  get found(): ReadonlySet<string> {
    return this.#found
  }

  /** Forgets what was found, to look into another text. */
  forget(): void {
    this.#found.clear()
  }

  look(text: string): void {
    const folded = foldedWord(text)
    for (let at = 0; at + 1 < folded.length; at += 1) {
      if (this.#starts[hashAt(folded, at)] === 1) this.#lookAt(folded, at)
    }
  }

  #lookAt(text: string, at: number): void {
    for (const { word, folded } of this.#byStart.get(text.slice(at, at + 2)) ?? []) {
      if (this.#found.has(word) || !text.startsWith(folded, at)) continue
      const isWhole = !isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + folded.length])
      if (isWhole || folded.length >= FOUND_ANYWHERE) this.#found.add(word)
    }
  }
}

const hashAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 1_021) & 0xffff
