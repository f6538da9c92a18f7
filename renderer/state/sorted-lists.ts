import type { AnyRecord, Records } from '#shared/model/record.ts'

type Compare<T> = (a: T, b: T) => number
type Listed = Pick<AnyRecord, 'id'>

const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])

/**
 * Sorts lists that differ little from one time to the next, as those of an open process do: what was there is put in its
 * former place before anything is compared. The same list while nothing in it changes.
 */
export function sorter<T extends Listed>(compare: Compare<T>): (now: readonly T[]) => readonly T[] {
  let former: readonly T[] = []
  return (now) => {
    const left = new Map(now.map((one) => [one.id, one]))
    const list: T[] = []
    for (const { id } of former) {
      const one = left.get(id)
      if (one !== undefined) list.push(one)
      left.delete(id)
    }
    list.push(...left.values())
    list.sort(compare)
    if (!isSame(list, former)) former = list
    return former
  }
}

function byKind(records: Records): ReadonlyMap<string, readonly AnyRecord[]> {
  const groups = new Map<string, AnyRecord[]>()
  for (const record of records.values()) {
    const group = groups.get(record.kind)
    if (group === undefined) groups.set(record.kind, [record])
    else group.push(record)
  }
  return groups
}

const NONE: readonly AnyRecord[] = []

interface Kept {
  readonly as: readonly AnyRecord[]
  readonly sorted: readonly AnyRecord[]
}

/**
 * Lists of each kind, in an order. Made once for all who ask about the same records; a list stays the same while none of
 * its records changes.
 */
export function listsByKind(compare: Compare<AnyRecord>): (records: Records, kind: string) => readonly AnyRecord[] {
  let [last, groups]: [Records | null, ReturnType<typeof byKind>] = [null, new Map()]
  const kept = new Map<string, Kept>()
  const sorters = new Map<string, ReturnType<typeof sorter<AnyRecord>>>()
  return (records, kind) => {
    if (records !== last) [last, groups] = [records, byKind(records)]
    const as = groups.get(kind) ?? NONE
    const known = kept.get(kind)
    if (known !== undefined && (known.as === as || isSame(known.as, as))) {
      if (known.as !== as) kept.set(kind, { as, sorted: known.sorted })
      return known.sorted
    }
    const sort = sorters.get(kind) ?? sorter(compare)
    sorters.set(kind, sort)
    const sorted = sort(as)
    kept.set(kind, { as, sorted })
    return sorted
  }
}
