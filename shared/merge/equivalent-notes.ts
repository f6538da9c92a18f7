import { follow } from '../evidence/follow.ts'
import { isKind, members, type AnyRecord, type Note, type Records } from '../model/record.ts'

/** Which notes bear each axis, region, theme, person and organisation, joined records counting as their target. */
export function notesBearing(records: Records): ReadonlyMap<string, ReadonlySet<string>> {
  const bearing = new Map<string, Set<string>>()
  for (const note of records.values()) {
    if (!isKind(note, 'note')) continue
    for (const id of new Set(namedBy(records, note).map((named) => follow(records, named, 'into')))) {
      const known = bearing.get(id)
      if (known === undefined) bearing.set(id, new Set([note.id]))
      else known.add(note.id)
    }
  }
  return bearing
}

function namedBy(records: Records, note: AnyRecord & Note): readonly string[] {
  const voice = records.get(note.f.voice ?? '')
  const session = records.get(note.f.session ?? '')
  const named = [note.f.axis, session?.f['region'], voice?.f['region'], voice?.f['person'], voice?.f['organisation']]
  return [...members(note, 'theme'), ...named.filter((id): id is string => typeof id === 'string')]
}
