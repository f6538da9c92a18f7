import { isKind, members, type Note, type Records } from '../model/record.ts'
import { SILENT_KINDS } from './lists.ts'

/** What a rapporteur may still say of the notes of a sitting before it is written up. */
export interface LeftOpen {
  /** Notes that name nobody, or only « Intervenant 4 ». */
  readonly speakers: number
  /** Notes that name no theme: they count in no agreement and no divergence between themes. */
  readonly themes: number
}

/** How many notes of a session lack what documents are made of. What tells how the sitting went lacks nothing. */
export function leftOpenIn(records: Records, session: string): LeftOpen {
  const notes = [...records.values()].filter(
    (record): record is Note =>
      isKind(record, 'note') && record.f.session === session && !SILENT_KINDS.has(record.f.noteKind),
  )
  return {
    speakers: notes.filter((note) => !isAttributed(records, note)).length,
    themes: notes.filter((note) => members(note, 'theme').length === 0).length,
  }
}

function isAttributed(records: Records, { f }: Note): boolean {
  const voice = f.voice === undefined ? undefined : records.get(f.voice)
  return voice !== undefined && isKind(voice, 'voice') && voice.f.unidentified === undefined
}
