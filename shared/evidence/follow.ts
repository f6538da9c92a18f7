import type { AnyRecord, Records } from '../model/record.ts'

/**
 * The record that `id` leads to through `field` (`into`, `twin`), or `id` itself. A link to a record of another kind, or
 * to none, leads nowhere, as does one in conflict. A cycle is cut at its greatest id, which all of it then leads to.
 */
export function follow(records: Records, id: string, field: string): string {
  const path: string[] = []
  for (let at: string | null = id; at !== null; at = next(records, at, field)) {
    const seen = path.indexOf(at)
    if (seen >= 0) return greatest(path.slice(seen))
    path.push(at)
  }
  return path.at(-1) ?? id
}

function next(records: Records, id: string, field: string): string | null {
  const record = records.get(id)
  const target = record?.f[field]
  if (record === undefined || typeof target !== 'string') return null
  return records.get(target)?.kind === record.kind ? target : null
}

const greatest = (ids: readonly string[]): string => ids.reduce((one, other) => (one > other ? one : other))

/** The record as it counts: the one it was joined into, when it is of this kind. */
export function joinedRecord(records: Records, id: unknown, kind: string): AnyRecord | null {
  if (typeof id !== 'string') return null
  const record = records.get(follow(records, id, 'into'))
  return record?.kind === kind ? record : null
}
