import { normalise } from '../search/normalise.ts'

/** A record that rows may name by its id or any of its labels: in each language, short, code. */
export interface Known {
  readonly id: string
  readonly labels: readonly string[]
}

/** What a label of a row stands for: a record that exists, or one to be made with this label. */
export type Choice = { readonly id: string } | { readonly create: string }

export interface Chooser {
  /** `null` for a label that nothing carries, when none may be created. */
  choose(label: string): Choice | null
  /** Counts a choice as used: only labels of accepted rows are created. */
  keep(choice: Choice): void
  /** Labels to create, each once in its first spelling, in the order of the rows. */
  toCreate(): readonly string[]
}

/** Matches labels by their normalised spelling. Of two records with the same label, the first is chosen. */
export function createChooser(known: readonly Known[], mayCreate: boolean): Chooser {
  const ids = new Map<string, string>()
  for (const { id, labels } of known)
    for (const label of [id, ...labels]) if (!ids.has(labelKey(label))) ids.set(labelKey(label), id)
  const created = new Map<string, string>()
  return {
    choose: (label) => {
      const id = ids.get(labelKey(label))
      if (id !== undefined) return { id }
      return mayCreate ? { create: created.get(labelKey(label)) ?? label } : null
    },
    keep: (choice) => {
      if ('create' in choice && !created.has(labelKey(choice.create)))
        created.set(labelKey(choice.create), choice.create)
    },
    toCreate: () => [...created.values()],
  }
}

/** Signs alone (« ★ ») are kept, since normalising leaves nothing of them. */
export const labelKey = (label: string): string => normalise(label) || label.trim()
