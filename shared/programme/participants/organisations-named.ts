import { draft, type Draft } from '../../edit/draft.ts'
import { follow } from '../../evidence/follow.ts'
import { derivedId } from '../../kit/id.ts'
import type { Digest } from '../../kit/ports.ts'
import { ALIKE, LabelIndex, labelWords, sameFigures, type LabelWords } from '../../merge/equivalent-words.ts'
import { likeness } from '../../merge/trigrams.ts'
import type { Records } from '../../model/record.ts'
import { labelKey } from '../label-index.ts'
import type { ParticipantDraft } from './participant-draft.ts'

/** An organisation of the list that looks like one that is here: a person says whether they are one. */
export interface OrganisationQuestion {
  /** What it is called by in the answers. */
  readonly organisation: string
  readonly label: string
  readonly line: number
  readonly into: string
  readonly intoLabel: string
  readonly isSame: boolean
}

type Row = Pick<ParticipantDraft, 'line' | 'organisation' | 'country' | 'region'>

/** A name in use, and the country that tells it from its namesakes. */
interface Named {
  readonly id: string
  readonly label: string
  readonly country: string
  readonly words: LabelWords | null
}

/** The organisations of a list: those that are here by their exact name, those that look alike, those to be made. */
export class OrganisationsNamed {
  readonly questions: OrganisationQuestion[] = []
  readonly writings: Draft[] = []
  /** What the list makes, in its order. */
  readonly created: string[] = []
  readonly #records: Records
  readonly #file: string
  readonly #answers: ReadonlyMap<string, string | null>
  readonly #digest: Digest
  readonly #byName = new Map<string, Named[]>()
  readonly #byId = new Map<string, Named[]>()
  readonly #index = new LabelIndex()

  constructor(records: Records, file: string, answers: ReadonlyMap<string, string | null>, digest: Digest) {
    this.#records = records
    this.#file = file
    this.#answers = answers
    this.#digest = digest
    for (const { id, kind, f } of records.values()) {
      if (kind !== 'organisation') continue
      const country = String(f['country'] ?? '')
      for (const field of ['name', 'acronym']) {
        const label = f[field]
        if (typeof label === 'string') this.#know(follow(records, id, 'into'), label, country)
      }
    }
  }

  /** The record that a row's organisation is; empty when it names none. */
  idOf(row: Row): string {
    if (row.organisation === '') return ''
    const own = derivedId(this.#digest, this.#file, 'organisation', String(row.line))
    if (this.#records.has(own)) return follow(this.#records, own, 'into')
    const exact = this.#byName.get(labelKey(row.organisation))?.find((known) => mayBeIn(known, row.country))
    if (exact !== undefined) return exact.id
    const alike = this.#alike(row)
    const isSame = alike !== null && this.#answers.get(own) === alike.id
    if (alike !== null) {
      const { id: into, label: intoLabel } = alike
      const { organisation: label, line } = row
      this.questions.push({ organisation: own, label, line, into, intoLabel, isSame })
    }
    return isSame ? this.#join(own, row, alike.id) : this.#make(own, row, alike)
  }

  #know(id: string, label: string, country: string): void {
    const words = labelWords(label)
    const named = { id, label, country, words }
    put(this.#byName, labelKey(label), named)
    put(this.#byId, id, named)
    if (words !== null) this.#index.add(id, words)
  }

  /** The one that is most alike, of the same name in another country included. */
  #alike({ organisation }: Row): Named | null {
    const words = labelWords(organisation)
    if (words === null) return null
    const near = [...this.#index.near(words)].flatMap((id) => this.#byId.get(id) ?? [])
    const found = near
      .map((known) => ({ known, share: shareOf(words, known.words) }))
      .filter(({ share }) => share >= ALIKE)
      .toSorted((a, b) => b.share - a.share || (a.known.id < b.known.id ? -1 : 1))
    return found[0]?.known ?? null
  }

  #join(own: string, { organisation, country }: Row, into: string): string {
    this.writings.push(draft('organisation', own, { name: organisation, into, deleted: null }))
    this.#know(into, organisation, country)
    return into
  }

  #make(own: string, { organisation, country, region }: Row, alike: Named | null): string {
    const isTwo = alike !== null && this.#answers.get(own) === null
    this.writings.push(
      draft('organisation', own, {
        name: organisation,
        ...(country === '' ? {} : { country }),
        ...(region === '' ? {} : { region }),
        ...(isTwo ? { [`apart:${alike.id}`]: true } : {}),
        deleted: null,
      }),
    )
    this.created.push(organisation)
    this.#know(own, organisation, country)
    return own
  }
}

/** Two ministries of one name in two countries are two. */
const mayBeIn = ({ country }: Named, stated: string): boolean =>
  country === '' || stated === '' || labelKey(country) === labelKey(stated)

const shareOf = (one: LabelWords, other: LabelWords | null): number =>
  other === null || !sameFigures(one, other) ? 0 : one.key === other.key ? 1 : likeness(one.trigrams, other.trigrams)

function put(map: Map<string, Named[]>, key: string, named: Named): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [named])
  else known.push(named)
}
