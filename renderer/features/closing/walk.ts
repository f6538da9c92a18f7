/** A second reading under way: every note that came up, in order, and the one that is read. */
export interface Walk {
  readonly order: readonly string[]
  readonly at: string | null
  /** Whether something is doubtful about it. */
  readonly isOpen: boolean
}

export const beginWalk = (open: readonly string[]): Walk => ({
  order: open,
  at: open[0] ?? null,
  isOpen: open.length > 0,
})

/**
 * The same reading once records have changed: what was read keeps its place, what came since follows, what is gone is
 * left out. It goes on to the next doubtful note when the one that was read is settled, or gone; never while someone is
 * `typing` in it. The same object where nothing changed.
 */
export function carryOn(walk: Walk, open: readonly string[], exists: (id: string) => boolean, typing: boolean): Walk {
  const known = new Set(walk.order)
  const order = [...walk.order.filter(exists), ...open.filter((id) => !known.has(id))]
  const isHere = walk.at !== null && exists(walk.at)
  const isOpen = isHere && open.includes(walk.at ?? '')
  const isSettled = walk.isOpen && !isOpen && !typing
  const at = isHere && !isSettled ? walk.at : nextOpen(walk, new Set(open))
  const next = { order, at, isOpen: at === walk.at ? isOpen || (typing && walk.isOpen) : at !== null }
  return isSame(walk, next) ? walk : next
}

/** The doubtful note after the one that is read, going round; null when none is left. */
function nextOpen({ order, at }: Walk, open: ReadonlySet<string>): string | null {
  const from = at === null ? 0 : order.indexOf(at) + 1
  const round = [...order.slice(from), ...order.slice(0, from), ...open]
  return round.find((id) => open.has(id) && id !== at) ?? null
}

const isSame = (one: Walk, other: Walk): boolean =>
  one.at === other.at &&
  one.isOpen === other.isOpen &&
  one.order.length === other.order.length &&
  one.order.every((id, index) => id === other.order[index])

/** To the note before or after, whether or not it is settled; it stops at the ends. */
export function stepTo(walk: Walk, by: 1 | -1, open: readonly string[]): Walk {
  const place = walk.at === null ? walk.order.length : walk.order.indexOf(walk.at)
  const at = walk.order[Math.min(Math.max(place + by, 0), walk.order.length - 1)] ?? null
  return { order: walk.order, at, isOpen: at !== null && open.includes(at) }
}
