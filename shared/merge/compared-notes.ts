import { joinedRecord } from '../evidence/follow.ts'
import { regionOf } from '../evidence/speaker-of.ts'
import { isKind, type Note, type Records } from '../model/record.ts'
import { SILENT_KINDS } from '../process/lists.ts'
import type { ComparedNote } from './propose-duplicates.ts'

/** Notes that a search compares: those that count, and whose text is settled. `takers` tells who took each, where known. */
export const comparedNotes = (records: Records, takers: ReadonlyMap<string, string>): readonly ComparedNote[] =>
  [...records.values()].flatMap((record) => {
    if (!isKind(record, 'note') || SILENT_KINDS.has(record.f.noteKind) || record.f.text === undefined) return []
    const { text, session = null, voice = null, at = null } = record.f
    return [
      {
        id: record.id,
        text,
        session,
        voice,
        at,
        region: sectionOf(records, record),
        taker: takers.get(record.id) ?? null,
      },
    ]
  })

/** The section of who spoke, else that of the session. */
function sectionOf(records: Records, { f }: Note): string | null {
  const voice = f.voice === undefined ? undefined : records.get(f.voice)
  if (voice !== undefined && isKind(voice, 'voice')) return regionOf(records, voice)
  const session = f.session === undefined ? undefined : records.get(f.session)
  return joinedRecord(records, session?.f['region'], 'region')?.id ?? null
}
