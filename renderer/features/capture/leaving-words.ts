import { isKind, type Records, type Speaker } from '#shared/model/record.ts'
import type { Level } from '#shared/privacy/levels.ts'

/** What may be said of someone at a level: texts as they were written, or keys of lists. */
export interface Leaving {
  readonly name?: string
  readonly function?: string
  readonly organisation?: string
  readonly category?: string
  /** Code of the section. */
  readonly section?: string
}

/** Which words of each level are said, in the order of a sentence. */
const SAID: Readonly<Record<Level, readonly (keyof Leaving)[]>> = {
  1: ['name', 'function', 'organisation'],
  2: ['function', 'organisation'],
  3: ['organisation'],
  4: ['category', 'section'],
  5: [],
  6: [],
}

function everythingOf(records: Records, { f }: Speaker, section: string | undefined): Leaving {
  const [person, organisation, region] = [f.person, f.organisation, f.region ?? section].map((id) =>
    id === undefined ? undefined : records.get(id),
  )
  const name = [person?.f['givenName'], person?.f['name']].filter(Boolean).join(' ')
  const known = {
    name,
    function: f.function,
    organisation: organisation !== undefined && isKind(organisation, 'organisation') ? organisation.f.name : undefined,
    category: f.category,
    section: region !== undefined && isKind(region, 'region') ? region.f.code : undefined,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''))
}

/** What will leave of a speaker's attribution at a level; `section` is that of the session, for who has none. */
export function leavingOf(
  records: Records,
  speaker: Speaker | undefined,
  level: Level,
  section: string | undefined,
): Leaving {
  if (speaker === undefined) return {}
  const known = everythingOf(records, speaker, section)
  return Object.fromEntries(SAID[level].flatMap((word) => (known[word] === undefined ? [] : [[word, known[word]]])))
}
