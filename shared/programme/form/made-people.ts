import type { Identity } from '../../edit/voices.ts'
import { derivedId } from '../../kit/id.ts'
import type { Digest } from '../../kit/ports.ts'
import { isKind, type AnyRecord, type Records } from '../../model/record.ts'
import type { Values } from '../../operation/operation.ts'
import { labelKey } from '../label-index.ts'
import { nameKey, type FormPerson } from './form-people.ts'
import type { MadeRecords } from './made-records.ts'

/** The sitting that people of a form are in. */
interface Seats {
  readonly session: string
  readonly region: string | null
  /** Digest of the form's bytes. */
  readonly file: string
}

/** The people of a form, each made once with their organisation and their place in the sitting. */
export class MadePeople {
  readonly #made: MadeRecords
  readonly #records: Records
  readonly #digest: Digest
  readonly #session: string
  readonly #region: string | null
  readonly #file: string
  readonly #people = new Map<string, Identity>()

  constructor(made: MadeRecords, records: Records, { session, region, file }: Seats, digest: Digest) {
    this.#made = made
    this.#records = records
    this.#digest = digest
    this.#session = session
    this.#region = region
    this.#file = file
  }

  /** Someone of the form as what speaks: made with their place in the sitting, or found there word for word. */
  person(person: FormPerson): Identity {
    const known = this.#people.get(person.key)
    if (known !== undefined) return known
    const organisation = person.organisation === '' ? null : this.#organisation(person)
    const said = {
      organisation,
      function: person.function || null,
      category: person.category || null,
      gender: person.gender || null,
      region: person.region,
      speaksFor: person.speaksFor as NonNullable<Identity['speaksFor']>,
    }
    const isNamed = person.name !== '' || person.givenName !== ''
    const identity: Identity = {
      ...said,
      person: isNamed ? (this.#seated(person, said) ?? this.#seat(person, said)) : null,
      region: said.region ?? this.#region,
      size: null,
      unidentified: null,
    }
    this.#people.set(person.key, identity)
    return identity
  }

  #seat(person: FormPerson, said: Values): string {
    const place = [person.part, String(person.line)] as const
    const id = this.#made.give('person', derivedId(this.#digest, this.#file, 'person', ...place), {
      name: person.name || null,
      givenName: person.givenName || null,
    })
    this.#made.give('speaker', derivedId(this.#digest, this.#file, 'speaker', ...place), {
      session: this.#session,
      person: id,
      ...said,
    })
    return id
  }

  /** The person of whom this sitting says exactly the same. */
  #seated({ name, givenName }: FormPerson, said: Values): string | null {
    for (const record of this.#records.values()) {
      if (!isKind(record, 'speaker') || record.f.session !== this.#session) continue
      const person = this.#records.get(record.f.person ?? '')
      if (person === undefined || !isKind(person, 'person')) continue
      const isAlike = nameKey(`${person.f.givenName ?? ''} ${person.f.name ?? ''}`) === nameKey(`${givenName} ${name}`)
      const { f }: AnyRecord = record
      if (isAlike && Object.entries(said).every(([field, value]) => (f[field] ?? null) === value)) return person.id
    }
    return null
  }

  /** An organisation is known by its exact name: it is not a person. */
  #organisation({ organisation, part, line }: FormPerson): string {
    const isIt = (kind: string, name: unknown): boolean =>
      kind === 'organisation' && typeof name === 'string' && labelKey(name) === labelKey(organisation)
    for (const { id, kind, f } of this.#records.values())
      if (f['into'] === undefined && isIt(kind, f['name'])) return id
    for (const { id, kind, set } of this.#made.all()) if (isIt(kind, set['name'])) return id
    const id = derivedId(this.#digest, this.#file, 'organisation', part, String(line))
    return this.#made.give('organisation', id, { name: organisation })
  }
}
