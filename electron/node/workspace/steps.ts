import type { UndoStep } from '#shared/edit/undo.ts'
import type { History } from '#shared/contract/replies.ts'
import type { EntryOf } from '../store/entry.ts'

/** Contributions withdrawn, or put in again. */
export type Turn = EntryOf<'withdraw' | 'restore'>

/** One thing to take back: contributions put in or withdrawn, and a batch, either of which may be nothing. */
export interface Step {
  /** Key of the command's name, for « Annuler : … ». */
  readonly label: string
  readonly turns: readonly Turn[]
  readonly step: UndoStep
}

/** Contributions that were put in, as a step. */
export const importStep = (id: string): Step => ({
  label: 'bundle.merge',
  turns: [{ type: 'restore', import: id }],
  step: { label: 'bundle.merge', fields: [] },
})

export const turnedBack = ({ type, import: id }: Turn): Turn => ({
  type: type === 'withdraw' ? 'restore' : 'withdraw',
  import: id,
})

/** Steps kept to take back: beyond, the versions of the store serve. */
const STEPS_KEPT = 500

/** What a person can take back and redo, the last thing first. */
export class Steps {
  #undo: Step[] = []
  #redo: Step[] = []

  get history(): History {
    return { undo: this.#undo.at(-1)?.label ?? null, redo: this.#redo.at(-1)?.label ?? null }
  }

  last(way: 'undo' | 'redo'): Step | undefined {
    return (way === 'undo' ? this.#undo : this.#redo).at(-1)
  }

  /** Something new was done: what was undone before can no longer be redone. */
  remember(step: Step): void {
    this.#undo = [...this.#undo.slice(1 - STEPS_KEPT), step]
    this.#redo = []
  }

  /** What could be taken back may say destroyed words. */
  forget(): void {
    this.#undo = []
    this.#redo = []
  }

  /** The last step was taken: `back` takes it the other way again. */
  taken(way: 'undo' | 'redo', back: Step): void {
    const [from, onto] = way === 'undo' ? [this.#undo, this.#redo] : [this.#redo, this.#undo]
    from.pop()
    onto.push(back)
  }
}
