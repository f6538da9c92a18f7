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
  const keyOf = remembered(labelKey)
  const ids = new Map<string, string>()
  for (const { id, labels } of known)
    for (const label of [id, ...labels]) if (!ids.has(keyOf(label))) ids.set(keyOf(label), id)
  const created = new Map<string, string>()
  return {
    choose: (label) => {
      const id = ids.get(keyOf(label))
      if (id !== undefined) return { id }
      return mayCreate ? { create: created.get(keyOf(label)) ?? label } : null
    },
    keep: (choice) => {
      if ('create' in choice && !created.has(keyOf(choice.create))) created.set(keyOf(choice.create), choice.create)
    },
    toCreate: () => [...created.values()],
  }
}

/** Rows repeat the same few labels. */
function remembered(compute: (label: string) => string): (label: string) => string {
  const found = new Map<string, string>()
  return (label) => {
    const known = found.get(label)
    if (known !== undefined) return known
    const computed = compute(label)
    found.set(label, computed)
    return computed
  }
}

/** Signs alone (« ★ ») are kept, since normalising leaves nothing of them. */
export const labelKey = (label: string): string => normalise(label) || label.trim()
