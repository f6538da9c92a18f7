import { interventionsIn, type StandIn } from '#shared/evidence/interventions.ts'
import { speakersOf } from '#shared/evidence/speaker-of.ts'
import { isKind, type Note, type Records, type Voice } from '#shared/model/record.ts'
import { GENDERS } from '#shared/process/lists.ts'
import { voiceOfNote } from '../../state/record-words.ts'

/** People who declared the same thing; `key` is null for those who declared nothing. */
export interface Part {
  readonly key: string | null
  readonly count: number
  /** Of everyone, from 0 to 1; null where there are too few people for a share to mean anything. */
  readonly share: number | null
}

export interface Participation {
  readonly total: number
  readonly genders: readonly Part[]
  /** The most numerous first. */
  readonly categories: readonly Part[]
}

/** People from whom a share may be printed. */
const SHARES_FROM = 5
const SILENT = new Set<unknown>(['procedure', 'remark'])

interface Declared {
  readonly gender: string | null
  readonly category: string | null
}

/** Who was heard, each person once over the whole process, by what they declared. */
export function participation(records: Records): Participation {
  const people = [...peopleHeard(records).values()]
  const genders = partsOf(people, ({ gender }) => gender)
  return {
    total: people.length,
    genders: genders.toSorted((a, b) => Number(a.key === null) - Number(b.key === null) || place(a) - place(b)),
    categories: partsOf(people, ({ category }) => category).toSorted(
      (a, b) => Number(a.key === null) - Number(b.key === null) || b.count - a.count,
    ),
  }
}

const place = ({ key }: Part): number => (GENDERS as readonly (string | null)[]).indexOf(key)

function peopleHeard(records: Records): ReadonlyMap<string, Declared> {
  const speakerOf = speakersOf(records)
  const standIn = interventionsIn(records)
  const people = new Map<string, Declared>()
  for (const record of records.values()) {
    if (!isKind(record, 'note') || SILENT.has(record.f.noteKind)) continue
    const voice = voiceOfNote(records, standingFor(records, record, standIn))
    if (voice === undefined) continue
    const { person } = speakerOf(voice)
    const before = people.get(person)
    const now = declaredOf(voice)
    people.set(person, {
      gender: before?.gender ?? now.gender,
      category: before?.category ?? now.category,
    })
  }
  return people
}

/** Who spoke is told by the note that stands for the intervention. */
function standingFor(records: Records, note: Note, standIn: StandIn): Note {
  const other = records.get(standIn(note.id))
  return other !== undefined && isKind(other, 'note') ? other : note
}

const declaredOf = ({ f }: Voice): Declared => ({
  gender: f.gender === undefined || f.gender === 'undeclared' ? null : f.gender,
  category: f.category ?? null,
})

function partsOf(people: readonly Declared[], of: (declared: Declared) => string | null): readonly Part[] {
  const counts = new Map<string | null, number>()
  for (const declared of people) counts.set(of(declared), (counts.get(of(declared)) ?? 0) + 1)
  return [...counts].map(([key, count]) => ({
    key,
    count,
    share: people.length < SHARES_FROM ? null : count / people.length,
  }))
}
