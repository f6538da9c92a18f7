import { follow } from '../evidence/follow.ts'
import { notesOfSession } from '../model/notes-of-session.ts'
import { isKind, type Note, type Records } from '../model/record.ts'
import { SILENT_KINDS } from '../process/lists.ts'

/** Who a note was given to: the same for every axis and level of one person, `null` for nobody. */
export function speakerToken(records: Records, note: Note): string | null {
  const voice = note.f.voice === undefined ? undefined : records.get(note.f.voice)
  if (voice === undefined || !isKind(voice, 'voice')) return null
  if (voice.f.person !== undefined) return follow(records, voice.f.person, 'into')
  const first = records.get(follow(records, voice.id, 'twin'))
  return first !== undefined && isKind(first, 'voice') ? (first.f.person ?? first.id) : voice.id
}

/**
 * A note and those after it that the same voice said, until another takes the floor. What tells how the sitting went, in
 * no one's voice, does not interrupt them.
 */
export function turnFrom(records: Records, note: Note): readonly Note[] {
  const whose = speakerToken(records, note)
  const notes = notesOfSession(records, note.f.session ?? '')
  const after = notes.slice(notes.findIndex(({ id }) => id === note.id) + 1)
  const turn = [note]
  for (const next of after) {
    if (speakerToken(records, next) === whose && !isAside(next)) turn.push(next)
    else if (!isAside(next)) break
  }
  return turn
}

const isAside = ({ f }: Note): boolean => f.voice === undefined && SILENT_KINDS.has(f.noteKind)
