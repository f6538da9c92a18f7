/** Letters that make one piece of a text in the index, and pieces of a note that are kept, its rarest. */
const LENGTH = 5
const KEPT = 16
/** Pieces of a note that lead somewhere and that are followed. */
const FOLLOWED = 24
/** A piece that more notes have leads to too many of them. */
const TOO_COMMON = 200
/** Pieces that two notes must share to be looked at. */
const SHARED = 2

const SLOTS = 1 << 22
const NONE = -1

/**
 * Which notes share rare pieces of text with a given one. Two tables of fixed size hold how common each piece is and which
 * note had it last; another links each to the one before. Two pieces that fall in one slot only cost a look too many.
 */
export class GramIndex {
  readonly #counts = new Uint16Array(SLOTS)
  readonly #last = new Int32Array(SLOTS).fill(NONE)
  #before = new Int32Array(1 << 14)
  #notes = new Int32Array(1 << 14)
  #size = 0

  /** Learns how common pieces are, from what will be added or asked. */
  learn(folded: string): void {
    for (const slot of slotsOf(folded)) {
      const count = this.#counts[slot] ?? 0
      if (count < 0xffff) this.#counts[slot] = count + 1
    }
  }

  /** Adds a note, whose number is the caller's. */
  add(folded: string, note: number): void {
    for (const slot of this.#rarestFirst(folded).subarray(0, KEPT)) this.#link(slot, note)
  }

  /** Numbers of the notes that share enough rare pieces with this text. */
  candidates(folded: string): readonly number[] {
    const shared = new Map<number, number>()
    let followed = 0
    for (const slot of this.#rarestFirst(folded)) {
      if (followed === FOLLOWED) break
      let at = this.#last[slot] ?? NONE
      // A piece that nobody has kept, such as a typing mistake, leads nowhere and costs nothing.
      if (at === NONE) continue
      followed += 1
      for (; at !== NONE; at = this.#before[at] ?? NONE) {
        const note = this.#notes[at] ?? 0
        shared.set(note, (shared.get(note) ?? 0) + 1)
      }
    }
    return [...shared].filter(([, count]) => count >= SHARED).map(([note]) => note)
  }

  /** The pieces of a text, those that few notes have before the others; of equals, always in the same order. */
  #rarestFirst(folded: string): Uint32Array {
    const slots = slotsOf(folded)
    let kept = 0
    for (const slot of slots) {
      const count = this.#counts[slot] ?? 0
      // Once, twice or three times are one: a rewritten note makes the pieces it shares less rare.
      if (count <= TOO_COMMON) slots[kept++] = (31 - Math.clz32(count + 4)) * SLOTS + slot
    }
    return slots
      .subarray(0, kept)
      .sort()
      .map((key) => key & (SLOTS - 1))
  }

  #link(slot: number, note: number): void {
    if (this.#size === this.#notes.length) {
      this.#notes = doubled(this.#notes)
      this.#before = doubled(this.#before)
    }
    this.#notes[this.#size] = note
    this.#before[this.#size] = this.#last[slot] ?? NONE
    this.#last[slot] = this.#size
    this.#size += 1
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** Slots of the different pieces of a text, in order. */
function slotsOf(folded: string): Uint32Array {
  const text = ` ${folded} `
  const slots = new Uint32Array(Math.max(0, text.length - LENGTH + 1))
  for (let start = 0; start < slots.length; start += 1) slots[start] = slotOf(text, start)
  slots.sort()
  let kept = 0
  for (const slot of slots) if (kept === 0 || slots[kept - 1] !== slot) slots[kept++] = slot
  return slots.subarray(0, kept)
}

/** FNV-1a, its bits mixed so that neighbours fall apart. */
function slotOf(text: string, start: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < start + LENGTH; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) & (SLOTS - 1)
}
