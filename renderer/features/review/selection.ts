/** Which notes are picked, and where one is in the list. */
export interface Selection {
  readonly picked: ReadonlySet<string>
  /** Where the keyboard is. */
  readonly current: string | null
  /** Where a range began, and what was picked before it. */
  readonly range: { readonly from: string; readonly before: ReadonlySet<string> } | null
}

export const NOTHING_PICKED: Selection = { picked: new Set(), current: null, range: null }

export const goTo = (selection: Selection, id: string | null): Selection => ({
  picked: selection.picked,
  current: id,
  range: null,
})

export function toggle(selection: Selection, id: string): Selection {
  const picked = new Set(selection.picked)
  if (!picked.delete(id)) picked.add(id)
  return { picked, current: id, range: null }
}

/** Picks from where one was to `to`, over what was picked before; going back gives up what the range had taken. */
export function extendTo(selection: Selection, ids: readonly string[], to: string): Selection {
  const range = selection.range ?? { from: selection.current ?? to, before: selection.picked }
  const [start, end] = [ids.indexOf(range.from), ids.indexOf(to)].toSorted((a, b) => a - b)
  const taken = ids.slice(start, (end ?? -1) + 1)
  return { picked: new Set([...range.before, ...taken]), current: to, range }
}

export const pickAll = (selection: Selection, ids: readonly string[]): Selection => ({
  picked: new Set(ids),
  current: selection.current ?? ids[0] ?? null,
  range: null,
})

export const pickNone = (selection: Selection): Selection =>
  goTo({ ...selection, picked: new Set() }, selection.current)

/**
 * The same over another list: what is not shown any more is not picked any more, so that nothing is changed unseen. The
 * place stays at the same rank when its note is gone.
 */
export function keepShown(selection: Selection, before: readonly string[], after: readonly string[]): Selection {
  const shown = new Set(after)
  const picked = new Set([...selection.picked].filter((id) => shown.has(id)))
  const rank = selection.current === null ? 0 : Math.max(0, before.indexOf(selection.current))
  const current =
    selection.current !== null && shown.has(selection.current)
      ? selection.current
      : (after[Math.min(rank, after.length - 1)] ?? null)
  return { picked, current, range: null }
}

/** The notes a command is about: the picked ones, else the one where one is; in the order of the list. */
export const targetsOf = ({ picked, current }: Selection, ids: readonly string[]): readonly string[] =>
  picked.size > 0 ? ids.filter((id) => picked.has(id)) : ids.filter((id) => id === current)
