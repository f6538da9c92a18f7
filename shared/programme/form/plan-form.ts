import { voiceFor, voicesIn, type Identity } from '../../edit/voices.ts'
import { derivedId } from '../../kit/id.ts'
import type { Digest } from '../../kit/ports.ts'
import { isKind, type AnyRecord, type Records, type Session } from '../../model/record.ts'
import { levelOfConsultation } from '../../privacy/levels.ts'
import type { StartingRecord } from '../../process/template-records.ts'
import { labelKey, type Choice } from '../label-index.ts'
import { labelledId, rowId, sourceOf } from '../table-records.ts'
import { earlierLines } from './earlier-lines.ts'
import { MadePeople } from './made-people.ts'
import { MadeRecords } from './made-records.ts'
import type { FilledForm } from './read-form.ts'
import type { FormPerson } from './form-people.ts'

/** Where a form comes from, and how its hours become moments. */
export interface FormOrigin {
  readonly consultation: string
  /** Digest of the file's bytes: with the line, it makes the ids. */
  readonly file: string
  readonly fileName: string
  /** What the rule of a new sitting rests on. */
  readonly basis: string
  /** Milliseconds since 1970 of a clock time of a day, where this computer stands. */
  readonly momentOf: (day: string, time: string) => number
}

/** The sitting of a form, once its day and its rule are known. */
export interface KnownSitting {
  readonly label: string
  readonly date: string
  readonly region: string | null
  readonly level: number
  readonly place: string
  readonly start: string | null
}

export interface FormPlan {
  readonly records: readonly StartingRecord[]
  readonly session: { readonly id: string; readonly isNew: boolean }
  readonly added: number
  readonly alreadyHere: number
}

/** The sitting of that name, day and section, when it is here. */
export function sittingHere(
  records: Records,
  { label, date, region }: Pick<KnownSitting, 'label' | 'date' | 'region'>,
): Session | undefined {
  for (const record of records.values())
    if (
      isKind(record, 'session') &&
      labelKey(record.f.label ?? '') === labelKey(label) &&
      record.f.date === date &&
      (record.f.region ?? null) === region
    )
      return record
  return undefined
}

/**
 * The records that a form makes. Ids come from places in the file, and never from a name; the sitting's from what is
 * public of it, so that two forms of one sitting make one. Persons are those of this form alone: nobody of the process
 * is taken for one of them by a name. A line whose note, or whose person with all that is said of them, is in the sitting
 * already adds nothing.
 */
export function planForm(
  form: FilledForm,
  sitting: KnownSitting,
  records: Records,
  origin: FormOrigin,
  digest: Digest,
): FormPlan {
  const here = sittingHere(records, sitting)
  const { label, date, region } = sitting
  const session = here?.id ?? derivedId(digest, origin.consultation, 'session', labelKey(label), date, region ?? '')
  const planned = new PlannedRecords({ ...sitting, id: session }, records, origin, digest)
  const earlier = earlierLines(
    form.notes,
    session,
    records,
    (line) => rowId(origin.file, line, digest),
    (choice) => labelledId(choice, 'axis', { ...origin, level: sitting.level }, digest),
  )
  const fresh = form.notes.filter(({ line }) => !earlier.has(line))
  if (here === undefined) planned.addSession(fresh.map(({ axis }) => axis))
  for (const person of form.people) if (person.part === 'person') planned.addPerson(person)
  for (const note of fresh) planned.addNote(note)
  return {
    records: planned.all().filter(({ id }) => !records.has(id)),
    session: { id: session, isNew: here === undefined },
    added: fresh.length,
    alreadyHere: earlier.size,
  }
}

class PlannedRecords {
  readonly #sitting: KnownSitting & { readonly id: string }
  readonly #records: Records
  readonly #origin: FormOrigin
  readonly #digest: Digest
  readonly #level: number
  readonly #made = new MadeRecords()
  readonly #people: MadePeople
  readonly #voices: Map<string, AnyRecord>
  #moment: number | null

  constructor(sitting: KnownSitting & { readonly id: string }, records: Records, origin: FormOrigin, digest: Digest) {
    this.#sitting = sitting
    this.#records = records
    this.#origin = origin
    this.#digest = digest
    const session = records.get(sitting.id)
    this.#level = Math.max(sitting.level, Number(session?.f['level'] ?? 0), levelOfConsultation(records))
    this.#voices = voicesIn(records)
    const seats = { session: sitting.id, region: sitting.region, file: origin.file }
    this.#people = new MadePeople(this.#made, records, seats, digest)
    this.#moment = sitting.start === null ? null : origin.momentOf(sitting.date, sitting.start)
  }

  all(): readonly StartingRecord[] {
    return this.#made.all()
  }

  addSession(axes: readonly Choice[]): void {
    const { id, label, date, start, place, region, level } = this.#sitting
    this.#made.give('session', id, {
      label,
      date,
      start,
      place: place === '' ? null : place,
      region,
      scale: region === null ? 'global' : 'regional',
      state: 'held',
      level,
      basis: this.#origin.basis,
      ...Object.fromEntries(axes.flatMap((axis) => ('id' in axis ? [[`axis:${axis.id}`, true]] : []))),
    })
  }

  addPerson(person: FormPerson): void {
    this.#people.person(person)
  }

  addNote(note: FilledForm['notes'][number]): void {
    const axis = 'id' in note.axis ? note.axis.id : ''
    const themes = note.themes.map((choice) => [`theme:${this.#theme(choice)}`, true] as const)
    this.#made.give('note', rowId(this.#origin.file, note.line, this.#digest), {
      text: note.text,
      lang: note.lang,
      session: this.#sitting.id,
      axis,
      voice: note.person === null ? null : this.#voice(this.#people.person(note.person), axis, note.line),
      noteKind: note.kind,
      stance: note.stance === '' ? null : note.stance,
      scope: note.scope,
      channel: 'speech',
      promised: this.#level,
      ...(note.kind === 'quote' ? { quoteState: 'to-review' } : {}),
      ...Object.fromEntries(themes),
      at: this.#momentOf(note.time, note.line),
      source: sourceOf(this.#origin.fileName, note.line),
    })
  }

  #voice(identity: Identity, axis: string, line: number): string {
    let count = 0
    const newId = (): string => derivedId(this.#digest, this.#origin.file, 'voice', String(line), String(count++))
    const unnamed = identity.person === null ? this.#unnamedVoice(identity, axis) : undefined
    if (unnamed !== undefined) return unnamed
    const found = voiceFor(this.#voices, identity, axis, this.#level, newId)
    for (const { record, kind, set } of found.drafts) {
      this.#voices.set(record, { id: record, kind, f: set })
      this.#made.give(kind, record, set)
    }
    return found.id
  }

  /** What an organisation says in this sitting without a name is one voice. */
  #unnamedVoice({ organisation, region }: Identity, axis: string): string | undefined {
    const inSitting = new Set<unknown>(this.#made.all().map(({ set }) => set['voice']))
    for (const record of this.#records.values())
      if (record.kind === 'note' && record.f['session'] === this.#sitting.id) inSitting.add(record.f['voice'])
    for (const voice of this.#voices.values())
      if (
        isKind(voice, 'voice') &&
        inSitting.has(voice.id) &&
        voice.f.person === undefined &&
        voice.f.organisation === organisation &&
        (voice.f.region ?? null) === region &&
        voice.f.axis === axis &&
        voice.f.level === this.#level
      )
        return voice.id
    return undefined
  }

  #theme(choice: Choice): string {
    if ('id' in choice) return choice.id
    const id = labelledId(choice, 'theme', { ...this.#origin, level: this.#level }, this.#digest)
    return this.#made.give('theme', id, { label: choice.create, proposedBy: this.#sitting.region })
  }

  /** A line without an hour comes right after the one before it; before any hour, nobody knows when. */
  #momentOf(time: string | null, line: number): number | null {
    if (time !== null) this.#moment = this.#origin.momentOf(this.#sitting.date, time)
    return this.#moment === null ? null : this.#moment + (line % 1_000)
  }
}
