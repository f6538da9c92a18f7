import { isKind, type Records, type Speaker, type Voice } from '#shared/model/record.ts'
import { someoneWords } from './record-words.ts'
import { useSharedScreen } from './shared-screen.ts'
import { useWorkspace } from './use-workspace.ts'
import { useTexts } from '../ui/use-texts.ts'

/** First what someone is called on screen, then what else is known of them. */
export type SomeoneWords = readonly [name: string, ...details: string[]]
type Someone = Speaker | Voice | undefined

/**
 * What someone is called on screen in a session: their name, else « Intervenant·e 4 (non identifié·e) ». While the screen
 * is shared with the room nobody is named: each is a number, that of the dock.
 */
export function useSomeone(): (someone: Someone, session?: string) => SomeoneWords {
  const t = useTexts('voices')
  const { records } = useWorkspace()
  const hidden = useSharedScreen((state) => state.hidden)
  return (someone, session) => {
    if (someone === undefined) return [t('nobody')]
    if (hidden) {
      const number = placeOf(records, someone, session)
      return [number === null ? t('hiddenUnknown') : t('hidden', { number })]
    }
    const [name, ...details] = someoneWords(records, someone)
    if (name !== undefined) return [name, ...details]
    const number = numberOf(records, someone, session)
    return [number === null ? t('nobody') : t('unidentified', { number })]
  }
}

/** « Intervenant 4 »: a voice that may not tell its number is found again by its place in the session. */
function numberOf(records: Records, someone: Speaker | Voice, session?: string): number | null {
  const { unidentified } = someone.f
  if (unidentified === undefined || unidentified > 0) return unidentified ?? null
  return speakerIn(records, someone, session)?.f.unidentified ?? null
}

/** The digit of the dock; those without one count on from ten. */
function placeOf(records: Records, someone: Speaker | Voice, session?: string): number | null {
  const speaker = isKind(someone, 'speaker') ? someone : speakerIn(records, someone, session)
  if (speaker === undefined) return null
  if (speaker.f.slot !== undefined) return speaker.f.slot
  const others = [...speakersOf(records).values()].filter(
    ({ f }) => f.session === speaker.f.session && f.slot === undefined,
  )
  return (
    10 +
    others
      .map(({ id }) => id)
      .toSorted()
      .indexOf(speaker.id)
  )
}

const speakerIn = (records: Records, { f }: Speaker | Voice, session = ''): Speaker | undefined =>
  f.person === undefined ? undefined : speakersOf(records).get(`${session} ${f.person}`)

const known = new WeakMap<Records, ReadonlyMap<string, Speaker>>()

/** The places of everyone, by session and person. */
function speakersOf(records: Records): ReadonlyMap<string, Speaker> {
  const before = known.get(records)
  if (before !== undefined) return before
  const speakers = new Map<string, Speaker>()
  for (const record of records.values())
    if (isKind(record, 'speaker')) speakers.set(`${record.f.session ?? ''} ${record.f.person ?? record.id}`, record)
  known.set(records, speakers)
  return speakers
}
