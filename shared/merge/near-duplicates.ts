import { normalise } from '../search/normalise.ts'
import { GramIndex } from './gram-index.ts'
import { likeness, trigramsOf } from './trigrams.ts'

/** From this part of shared runs of three letters, two texts are alike. */
const ALIKE = 0.5
/** Below this many different runs of three letters, a text says too little to be recognised. */
const LEAST_RUNS = 12
/** Copies of one form would find each other by the thousand. */
const MOST_PER_NOTE = 8

/** A text made ready for comparing. */
export interface Folded {
  readonly id: string
  readonly folded: string
}

/** Another note that says nearly the same. */
export interface Alike {
  readonly id: string
  /** Part of all their runs of three letters that both have, from 0 to 1. */
  readonly likeness: number
  /** Different runs of three letters of the shorter text: of few, likeness says little. */
  readonly runs: number
}

export const folded = (id: string, text: string): Folded => ({ id, folded: normalise(text) })

/**
 * Finds notes that say nearly the same, in any language, whatever the accents and the typing mistakes. What is here is
 * learnt, then added; what comes is asked. Only finds: that two notes are of one intervention is for a person to say.
 */
export class NearDuplicates {
  readonly #index = new GramIndex()
  readonly #notes: Folded[] = []
  readonly #first = new Map<string, number>()
  readonly #ids = new Set<string>()

  /** Learns what is common; all that will be added should be learnt before. */
  learn(note: Folded): void {
    this.#index.learn(note.folded)
  }

  /** Adds a note; one that is there already is not added twice. */
  add(note: Folded): void {
    if (this.#ids.has(note.id)) return
    this.#ids.add(note.id)
    // A copy leads to the first of its kind, which is enough.
    if (this.#first.has(note.folded)) return
    const number = this.#notes.push(note) - 1
    this.#first.set(note.folded, number)
    this.#index.add(note.folded, number)
  }

  /** The notes most like this one, itself never among them. */
  ask({ id, folded }: Folded): readonly Alike[] {
    const runs = trigramsOf(folded)
    if (runs.length < LEAST_RUNS) return []
    const copy = this.#first.get(folded)
    const numbers = new Set(this.#index.candidates(folded))
    if (copy !== undefined) numbers.add(copy)
    const found = [...numbers].flatMap((number) => {
      const note = this.#notes[number]
      return note === undefined || note.id === id ? [] : (compared(runs, folded, note) ?? [])
    })
    return found.toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)).slice(0, MOST_PER_NOTE)
  }
}

function compared(runs: Float64Array, folded: string, note: Folded): Alike | null {
  if (note.folded === folded) return { id: note.id, likeness: 1, runs: runs.length }
  // A text has no more runs than letters: too short, it cannot share enough.
  if (note.folded.length < runs.length * ALIKE) return null
  const others = trigramsOf(note.folded)
  const alike = likeness(runs, others)
  return alike < ALIKE ? null : { id: note.id, likeness: alike, runs: Math.min(runs.length, others.length) }
}
