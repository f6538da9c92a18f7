import type { Taker } from '../../../../shared/contract/duplicate-calls.ts'
import { ok } from '../../../../shared/kit/result.ts'
import { comparedNotes } from '../../../../shared/merge/compared-notes.ts'
import { proposeDuplicates } from '../../../../shared/merge/propose-duplicates.ts'
import { isKind, type Note } from '../../../../shared/model/record.ts'
import { pageId } from '../harness/memory-node.ts'
import type { OpenSample } from './sample-core.ts'

const TAKERS: readonly Taker[] = [
  { isOurs: true, file: null, number: null },
  { isOurs: false, file: 'MEWA-1-2-3-4-2021-05-19-v2-7c41d0aa.rapx', number: null },
]
const MINUTE = 60_000
/** Notes that a second person took as well. */
const NOTED = 6

/** What the second person heard: other words, another figure, the contrary, another minute. */
const heardAgain = (text: string, number: number): string =>
  [
    `${text} (résumé)`,
    text.replace(/^(\S+ \S+)/u, '$1 aussi'),
    `${text} Soit 3 km sur 40.`,
    `Ce n’est pas acquis : ${text}`,
    text.normalize('NFD').replace(/\p{M}/gu, ''),
    text.toLowerCase(),
  ][number % NOTED] ?? text

/** Has a second person note some interventions of a session, and gives the ids of those notes. */
export function noteTwice({ here }: OpenSample): ReadonlySet<string> {
  const all = [...here.records.values()].filter((record): record is Note => isKind(record, 'note'))
  const telling = all.filter(({ f }) => (f.text?.length ?? 0) > 80 && f.session !== undefined && f.axis !== undefined)
  const session = telling[0]?.f.session
  const twice = new Set<string>()
  for (const [number, { f }] of telling
    .filter((note) => note.f.session === session)
    .slice(0, NOTED)
    .entries()) {
    const note = pageId()
    const done = here.edit({
      type: 'note.capture',
      note,
      text: heardAgain(f.text ?? '', number),
      lang: f.lang ?? 'fr',
      session: f.session ?? '',
      axis: f.axis ?? '',
      speaker: null,
      noteKind: f.noteKind ?? 'observation',
      stance: null,
      scope: 'undecided',
      themes: [],
      newThemes: [],
      at: (f.at ?? 0) + MINUTE,
    })
    if (!done.ok) throw new Error(done.failure.type)
    twice.add(note)
  }
  return twice
}

/** Finds them again as the worker does, told who took which. */
export const duplicateAnswers = ({ here }: OpenSample, twice: ReadonlySet<string>) => ({
  'duplicates.find': async ({ asked }: { asked?: readonly string[] }) => {
    const takenBy = Object.fromEntries(
      [...here.records.values()].flatMap(({ id, kind }) => (kind === 'note' ? [[id, Number(twice.has(id))]] : [])),
    )
    const takers = new Map(Object.entries(takenBy).map(([note, place]) => [note, String(place)]))
    const pairs = proposeDuplicates(comparedNotes(here.records, takers), asked === undefined ? null : new Set(asked))
    return ok({ pairs, takers: TAKERS, takenBy })
  },
})
