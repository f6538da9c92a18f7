import { labelOf } from '#shared/model/label.ts'
import { members, type Note, type Records, type Speaker } from '#shared/model/record.ts'
import { speakerOf, voiceOf } from './labels.ts'
import type { Line } from './line.ts'
import { escapeLine } from './parse-line.ts'

export interface NoteContext {
  readonly records: Records
  readonly speakers: readonly Speaker[]
  readonly axes: number
  /** Language of the labels of themes. */
  readonly lang: string
}

/** A note as the line that would write it, for correcting it in the field. */
export function lineOfNote(note: Note, { records, speakers, axes, lang }: NoteContext): Line {
  const { f } = note
  const { text = '', noteKind = 'observation' } = f
  return {
    text: escapeLine(text, noteKind, axes),
    at: f.at ?? null,
    axis: f.axis ?? null,
    speaker: speakerOf(speakers, voiceOf(records, note))?.id ?? null,
    scope: f.scope ?? 'undecided',
    lang: f.lang ?? null,
    channel: f.channel ?? null,
    kind: noteKind,
    stance: f.stance ?? null,
    themes: members(note, 'theme').map((id) => ({ id, label: labelOf(records.get(id), lang), isNew: false })),
  }
}
