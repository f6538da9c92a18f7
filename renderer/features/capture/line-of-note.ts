import { labelOf } from '#shared/model/label.ts'
import { members, type Note, type Records, type Speaker } from '#shared/model/record.ts'
import { SENSITIVE_LEVEL } from './commit.ts'
import type { Grammar } from './grammar.ts'
import { speakerOf, voiceOf } from './labels.ts'
import { emptyLine, type Line, SPEAKS_FOR } from './line.ts'
import { escapeLine } from './parse-line.ts'

export interface NoteContext {
  readonly records: Records
  readonly speakers: readonly Speaker[]
  readonly grammar: Grammar
  /** Language of the labels of themes. */
  readonly lang: string
}

/** A note as the line that would write it, for correcting it in the field. */
export function lineOfNote(note: Note, { records, speakers, grammar, lang }: NoteContext): Line {
  const { f } = note
  const { text = '', noteKind = 'observation' } = f
  const voice = voiceOf(records, note)
  return {
    ...emptyLine,
    text: escapeLine(text, noteKind, grammar),
    at: f.at ?? null,
    axis: f.axis ?? null,
    speaker: speakerOf(speakers, voice)?.id ?? null,
    speaksFor: SPEAKS_FOR.find((whom) => whom === voice?.f.speaksFor) ?? null,
    size: voice?.f.size ?? null,
    scope: f.scope ?? 'undecided',
    lang: f.lang ?? null,
    channel: f.channel ?? null,
    kind: noteKind,
    stance: f.stance ?? null,
    themes: members(note, 'theme').map((id) => ({ id, label: labelOf(records.get(id), lang), isNew: false })),
    sensitive: (f.level ?? 0) >= SENSITIVE_LEVEL,
    doubtful: f.doubtful ?? false,
    toCheck: f.toCheck ?? false,
    holder: f.holder ?? '',
    due: f.due ?? '',
    condition: f.condition ?? '',
    divergence: f.positionOf ?? null,
    positionOf: f.positionOf ?? null,
  }
}
