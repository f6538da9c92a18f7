import { draft, type Draft } from '../../edit/draft.ts'
import { follow } from '../../evidence/follow.ts'
import { derivedId } from '../../kit/id.ts'
import type { Digest } from '../../kit/ports.ts'
import { isKind, type Records, type Speaker } from '../../model/record.ts'
import type { Value, Values } from '../../operation/operation.ts'
import type { ParticipantDraft } from './participant-draft.ts'

/** Numbers that a dock gives: the first who come have one. */
const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Who sits in a session, and who takes a seat in it by a list. */
export class SpeakersOfSession {
  readonly #records: Records
  readonly #file: string
  readonly #session: string
  readonly #digest: Digest
  readonly #seated = new Map<string, Speaker | null>()
  readonly #free: number[]

  constructor(records: Records, file: string, session: string, digest: Digest) {
    this.#records = records
    this.#file = file
    this.#session = session
    this.#digest = digest
    const speakers = [...records.values()]
      .filter((one) => isKind(one, 'speaker'))
      .filter(({ f }) => f.session === session)
    for (const speaker of speakers)
      if (speaker.f.person !== undefined) this.#seated.set(follow(records, speaker.f.person, 'into'), speaker)
    const taken = new Set(speakers.map(({ f }) => f.slot))
    this.#free = SLOTS.filter((slot) => !taken.has(slot))
  }

  /**
   * What is written of someone's seat; `null` for nothing. Someone who sits there changes only by a row that `mayChange`
   * them: the same file again undoes no correction made by hand.
   */
  seat(row: ParticipantDraft, person: string, organisation: string, mayChange: boolean): Draft | null {
    const seated = this.#seated.get(person)
    // Seated by a row before.
    if (seated === null) return null
    const said = this.#valuesOf(row, organisation)
    if (seated !== undefined) return mayChange ? this.#correction(seated, said) : null
    this.#seated.set(person, null)
    const slot = this.#free.shift()
    const id = derivedId(this.#digest, this.#file, 'speaker', this.#session, String(row.line))
    const region = row.region || this.#regionOf(organisation)
    return draft('speaker', id, {
      session: this.#session,
      person,
      speaksFor: 'self',
      ...said,
      ...(region === '' ? {} : { region }),
      ...(slot === undefined ? {} : { slot }),
      deleted: null,
    })
  }

  /** What a row would change of someone who sits there. */
  changes(row: ParticipantDraft, person: string, organisation: string): readonly string[] {
    const seated = this.#seated.get(person) ?? null
    return seated === null ? [] : Object.keys(this.#correction(seated, this.#valuesOf(row, organisation))?.set ?? {})
  }

  #valuesOf({ function: held, category, gender, region, speaksFor }: ParticipantDraft, organisation: string): Values {
    const values = { function: held, category, gender, region, speaksFor, organisation }
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  }

  /** Of the organisation by its membership, else that of the session, as its form proposes. */
  #regionOf(organisation: string): string {
    const region = this.#records.get(organisation)?.f['region'] ?? this.#records.get(this.#session)?.f['region']
    return typeof region === 'string' ? region : ''
  }

  #correction(seated: Speaker, said: Values): Draft | null {
    const f: Readonly<Record<string, Value>> = seated.f
    const standing = (field: string): Value | undefined => {
      const value = f[field]
      return typeof value === 'string' ? follow(this.#records, value, 'into') : value
    }
    const changed = Object.entries(said).filter(
      ([field, value]) => standing(field) !== value && seated.conflicts?.[field] === undefined,
    )
    return changed.length === 0 ? null : draft('speaker', seated.id, Object.fromEntries(changed))
  }
}
