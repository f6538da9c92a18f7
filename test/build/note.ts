import type { CommandOf } from '#shared/edit/command.ts'
import type { AnyRecord } from '#shared/model/record.ts'

/** Takes a note about which nothing is said but its words, its session and its axis. */
export const aNote = (
  given: Pick<CommandOf<'note.capture'>, 'note' | 'text' | 'session' | 'axis'> & Partial<CommandOf<'note.capture'>>,
): CommandOf<'note.capture'> => ({
  type: 'note.capture',
  lang: 'fr',
  speaker: null,
  noteKind: 'observation',
  stance: null,
  scope: 'undecided',
  themes: [],
  newThemes: [],
  at: 1_620_396_000_000,
  ...given,
})

/** The first session and the first axis of a consultation. */
export function placesIn(records: Iterable<AnyRecord>): Readonly<Record<'session' | 'axis', string>> {
  const all = [...records]
  const first = (wanted: string): string => all.find(({ kind }) => kind === wanted)?.id ?? ''
  return { session: first('session'), axis: first('axis') }
}
