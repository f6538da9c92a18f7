/** What was asked of one thing, in order. Null is its absence, which is where everything begins. */
interface Life {
  readonly asked: (string | null)[]
  /** Index of the last one that was called saved. */
  saved: number
}

export interface Verdict {
  /** Things that are not as they were called saved, nor as anything asked since would make them. */
  readonly lost: readonly string[]
  /** Things that nobody ever asked for. */
  readonly invented: readonly string[]
}

/** Remembers what was asked of a store and what it called saved, and judges what is found there later. */
export class Witness {
  #lives = new Map<string, Life>()

  asked(id: string, text: string | null): void {
    this.#life(id).asked.push(text)
  }

  saved(id: string, text: string | null): void {
    const life = this.#life(id)
    life.saved = life.asked.lastIndexOf(text)
  }

  judge(found: ReadonlyMap<string, string>): Verdict {
    const invented = [...found.keys()].filter((id) => !this.#lives.has(id))
    const lost = [...this.#lives].flatMap(([id, { asked, saved }]) =>
      asked.indexOf(found.get(id) ?? null, saved) < 0 ? [id] : [],
    )
    return { lost, invented }
  }

  /** From now on what was found, saved or not before, is what the store has shown and must keep. */
  saw(found: ReadonlyMap<string, string>): void {
    for (const [id, life] of this.#lives) {
      const at = life.asked.indexOf(found.get(id) ?? null, life.saved)
      if (at >= 0) this.#lives.set(id, { asked: life.asked.slice(at), saved: 0 })
    }
  }

  /** The same knowledge, to be added to apart. */
  copy(): Witness {
    const copy = new Witness()
    for (const [id, { asked, saved }] of this.#lives) copy.#lives.set(id, { asked: [...asked], saved })
    return copy
  }

  #life(id: string): Life {
    const known = this.#lives.get(id)
    if (known !== undefined) return known
    const born: Life = { asked: [null], saved: 0 }
    this.#lives.set(id, born)
    return born
  }
}

/** What a verdict says of a store, null when all is well. */
export const complaint = ({ lost, invented }: Verdict): string | null =>
  lost.length + invented.length === 0 ? null : `${lost.length} lost, ${invented.length} that nobody wrote`
