import { follow } from '../../evidence/follow.ts'
import type { Records } from '../../model/record.ts'
import { emailOf } from './email.ts'
import { nameKey } from './person-name.ts'

/** What tells that a row may be about someone who is here. A name alone never does. */
export type Likeness = 'email-and-name' | 'email' | 'name-and-organisation'

export interface Lookalike {
  readonly person: string
  readonly by: Likeness
}

/** What is known of someone, or said by a row. */
export interface Traits {
  readonly name: string
  readonly givenName: string
  readonly email: string
  /** Ids of organisations. */
  readonly organisations: readonly string[]
}

/** People as a list finds them again: those who stand, then those of the rows before. */
export class PeopleKnown {
  readonly #byEmail = new Map<string, Set<string>>()
  readonly #byName = new Map<string, Set<string>>()
  readonly #organisations = new Map<string, Set<string>>()

  constructor(records: Records) {
    const organisations = organisationsOfPeople(records)
    for (const { id, kind, f } of records.values()) {
      if (kind !== 'person') continue
      const person = follow(records, id, 'into')
      const [name, givenName, email] = [f['name'], f['givenName'], f['email']].map((said) => String(said ?? ''))
      this.add(person, {
        name: name ?? '',
        givenName: givenName ?? '',
        email: email ?? '',
        organisations: [...(organisations.get(person) ?? [])],
      })
    }
  }

  add(person: string, { name, givenName, email, organisations }: Traits): void {
    const address = emailOf(email)
    if (address !== null) put(this.#byEmail, address, person)
    const key = nameKey({ name, givenName })
    if (key !== '') put(this.#byName, key, person)
    for (const id of organisations) put(this.#organisations, person, id)
  }

  /** Who the row may be about, the surest first; `null` for nobody. */
  like({ name, givenName, email, organisations }: Traits): Lookalike | null {
    const address = emailOf(email)
    const sameAddress = [...((address !== null && this.#byEmail.get(address)) || [])]
    const sameName = this.#byName.get(nameKey({ name, givenName })) ?? new Set()
    const both = sameAddress.find((person) => sameName.has(person))
    if (both !== undefined) return { person: both, by: 'email-and-name' }
    if (sameAddress[0] !== undefined) return { person: sameAddress[0], by: 'email' }
    const colleague = [...sameName].find((person) =>
      organisations.some((id) => this.#organisations.get(person)?.has(id) === true),
    )
    return colleague === undefined ? null : { person: colleague, by: 'name-and-organisation' }
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}

/** Organisations that people spoke for, or that a list gave them. */
function organisationsOfPeople(records: Records): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { id, kind, f } of records.values()) {
    const person = kind === 'person' ? id : f['person']
    const organisation = f['organisation']
    if (typeof person !== 'string' || typeof organisation !== 'string') continue
    put(found, follow(records, person, 'into'), follow(records, organisation, 'into'))
  }
  return found
}
