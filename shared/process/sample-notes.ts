import type { CommandOf } from '../edit/command.ts'
import { draft, type Draft } from '../edit/draft.ts'
import type { Values } from '../operation/operation.ts'
import type { Sample } from './sample.ts'

type SampleNote = Sample['notes'][number]

/** A note of the sample as the command that takes it, and what was added to it afterwards. */
export function sampleNote(
  note: SampleNote,
  session: Sample['sessions'][number],
  index: number,
  idOf: (key: string) => string,
): { readonly capture: CommandOf<'note.capture'>; readonly more: Draft } {
  const id = idOf(`note.${session.key}.${index}`)
  const capture: CommandOf<'note.capture'> = {
    type: 'note.capture',
    note: id,
    text: note.text,
    lang: note.lang,
    session: idOf(`session.${session.key}`),
    axis: idOf(`axis.${note.axis}`),
    speaker: note.person === null ? null : idOf(`speaker.${session.key}.${note.person}`),
    noteKind: note.kind,
    stance: note.stance ?? null,
    scope: note.scope,
    themes: note.themes.map((theme) => idOf(`theme.${theme}`)),
    newThemes: [],
    channel: note.channel ?? 'speech',
    ...(note.level === undefined ? {} : { level: note.level }),
    at: Date.parse(`${session.date}T${note.at}:00Z`),
  }
  return { capture, more: draft('note', id, afterwards(note)) }
}

const afterwards = (note: SampleNote): Values => ({
  ...(note.translation === undefined ? {} : { translation: note.translation.fr, translationLang: 'fr' }),
  ...(note.quoteState === undefined ? {} : { quoteState: note.quoteState }),
  ...(note.recommendationClass === undefined ? {} : { recommendationClass: note.recommendationClass }),
  ...(note.addressee === undefined ? {} : { addressee: note.addressee }),
  ...Object.fromEntries((note.capitals ?? []).map((capital) => [`capital:${capital}`, true])),
})
