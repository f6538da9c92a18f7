import { draft, type Draft } from '../../edit/draft.ts'
import { follow } from '../../evidence/follow.ts'
import { derivedId } from '../../kit/id.ts'
import type { Digest } from '../../kit/ports.ts'
import type { AnyRecord, Records } from '../../model/record.ts'
import type { Value, Values } from '../../operation/operation.ts'
import { emailOf } from './email.ts'
import { OrganisationsNamed, type OrganisationQuestion } from './organisations-named.ts'
import type { ParticipantDraft, ParticipantIssue } from './participant-draft.ts'
import { PeopleKnown, type Likeness, type Lookalike, type Traits } from './people-known.ts'
import { nameKey } from './person-name.ts'
import { SpeakersOfSession } from './speakers-of-session.ts'

/** Where a list comes from, and whose dock it goes into. */
export interface ListOrigin {
  /** Digest of the file's bytes: with the line, it makes the ids, so that a list put in twice adds nothing. */
  readonly file: string
  readonly session: string | null
}

/** What a person said of those who look like someone who is here. Without an answer, they are another. */
export interface ListAnswers {
  /** For the lines without an answer of their own: everyone is the same, or those whose address and name are, or nobody. */
  readonly bulk: 'same' | 'email-and-name' | 'other'
  /** By line, the person who it is; `null` for another. */
  readonly people: ReadonlyMap<number, string | null>
  /** By the id that a question gives. */
  readonly organisations: ReadonlyMap<string, string | null>
}

/** The same person, or another? */
export interface PersonQuestion {
  readonly into: string
  /** Who that is, in words. */
  readonly intoName: string
  readonly by: Likeness
  readonly isSame: boolean
  /** What the row would change of them: `email`, `name`… */
  readonly changes: readonly string[]
}

export interface PlannedRow {
  readonly line: number
  readonly name: string
  readonly givenName: string
  readonly organisation: string
  /** Whether someone comes in, is here as the row says, or is here and changes (takes a seat in the session included). */
  readonly status: 'new' | 'here' | 'changed'
  readonly question: PersonQuestion | null
}

export interface ListPlan {
  readonly rows: readonly PlannedRow[]
  readonly issues: readonly ParticipantIssue[]
  readonly organisations: readonly OrganisationQuestion[]
  readonly newOrganisations: readonly string[]
  readonly writings: readonly Draft[]
}

/** What a list asks of people that are written down. */
interface Ground {
  readonly records: Records
  readonly origin: ListOrigin
  readonly answers: ListAnswers
  readonly digest: Digest
  readonly people: PeopleKnown
  /** People of the rows before, who are not in the records yet: what is to be written of them. */
  readonly made: Map<string, Values>
  readonly speakers: SpeakersOfSession | null
}

/**
 * What putting a list in writes, for the same answers the same. Nobody is taken for someone else without an answer: only a
 * row that came before, in the same file, is known again. People who were erased (`erased`) do not come back by it.
 */
export function planParticipants(
  drafts: readonly ParticipantDraft[],
  records: Records,
  origin: ListOrigin,
  answers: ListAnswers,
  digest: Digest,
  erased: ReadonlySet<string> = new Set(),
): ListPlan {
  const { file, session } = origin
  const organisations = new OrganisationsNamed(records, file, answers.organisations, digest)
  const speakers = session === null ? null : new SpeakersOfSession(records, file, session, digest)
  const ground = { records, origin, answers, digest, people: new PeopleKnown(records), made: new Map(), speakers }
  const [rows, issues, changed]: [PlannedRow[], ParticipantIssue[], Draft[]] = [[], [], []]
  for (const row of drafts) {
    if (erased.has(personId(origin, row.line, digest))) {
      issues.push({ line: row.line, column: '', type: 'PersonErased', value: '' })
      continue
    }
    const planned = planRow(ground, row, organisations.idOf(row))
    rows.push(planned.row)
    changed.push(...planned.writings)
  }
  return {
    rows,
    issues,
    organisations: organisations.questions,
    newOrganisations: organisations.created,
    writings: [...organisations.writings, ...changed],
  }
}

/** The person of a row. */
const personId = ({ file }: ListOrigin, line: number, digest: Digest): string =>
  derivedId(digest, file, 'person', String(line))

function planRow(ground: Ground, row: ParticipantDraft, organisation: string) {
  const who = whoIs(ground, row, organisation)
  const { isKnown, isSame, like, person, changes } = who
  const writings = isKnown ? [] : personWritings(ground, row, organisation, who)
  if (!isKnown) ground.people.add(person, traitsOf(row, organisation))
  const seatChanges = like === null ? [] : (ground.speakers?.changes(row, like.person, organisation) ?? [])
  const seat = ground.speakers?.seat(row, person, organisation, !isKnown) ?? null
  const isChanged = seat !== null || (isSame && Object.keys(changes).length > 0)
  const { line, name, givenName, organisation: label } = row
  const planned: PlannedRow = {
    line,
    name,
    givenName,
    organisation: label,
    status: !isKnown && !isSame ? 'new' : isChanged ? 'changed' : 'here',
    question:
      like === null
        ? null
        : {
            into: like.person,
            intoName: who.likeName,
            by: like.by,
            isSame,
            changes: [...new Set([...Object.keys(changes), ...seatChanges])],
          },
  }
  return { row: planned, writings: seat === null ? writings : [...writings, seat] }
}

interface Who {
  /** The id that the row gives. */
  readonly own: string
  /** The row was put in before. */
  readonly isKnown: boolean
  readonly like: Lookalike | null
  readonly likeName: string
  readonly isSame: boolean
  /** Whom the row is about, once answered. */
  readonly person: string
  /** What it says otherwise of whom it looks like. */
  readonly changes: Values
}

function whoIs(
  { records, origin, digest, people, made, answers }: Ground,
  row: ParticipantDraft,
  organisation: string,
): Who {
  const own = personId(origin, row.line, digest)
  if (records.has(own)) {
    const person = follow(records, own, 'into')
    return { own, isKnown: true, like: null, likeName: '', isSame: false, person, changes: {} }
  }
  const like = people.like(traitsOf(row, organisation))
  if (like === null) return { own, isKnown: false, like, likeName: '', isSame: false, person: own, changes: {} }
  const isSame = saidSame(answers, row.line, like)
  const known = records.get(like.person)
  const values = valuesOf(row, organisation)
  const changes =
    known === undefined ? added(made.get(like.person) ?? {}, values) : changesOf(records, known, row, values)
  const likeName = fullNameIn(known?.f ?? made.get(like.person) ?? {})
  return { own, isKnown: false, like, likeName, isSame, person: isSame ? like.person : own, changes }
}

const fullNameIn = ({ givenName, name }: Values): string =>
  [givenName, name].filter((part) => typeof part === 'string' && part !== '').join(' ')

/** Someone new; or the row as another name of someone, so that it stays known when the list comes again. */
function personWritings(
  { made, answers }: Ground,
  row: ParticipantDraft,
  organisation: string,
  { own, like, isSame, person, changes }: Who,
): readonly Draft[] {
  if (isSame) {
    const { name, givenName } = row
    const alias = draft('person', own, { ...filled({ name, givenName }), into: person, deleted: null })
    const former = made.get(person)
    if (former !== undefined) made.set(person, { ...former, ...changes })
    return Object.keys(changes).length === 0 ? [alias] : [alias, draft('person', person, changes)]
  }
  const values = valuesOf(row, organisation)
  made.set(own, values)
  const isTwo = like !== null && answers.people.get(row.line) === null
  const apart = isTwo ? { [`apart:${like.person}`]: true } : {}
  return [draft('person', own, { ...values, order: row.line, ...apart, deleted: null })]
}

const traitsOf = (row: ParticipantDraft, organisation: string): Traits => ({
  ...row,
  organisations: organisation === '' ? [] : [organisation],
})

function saidSame({ people, bulk }: ListAnswers, line: number, { person, by }: Lookalike): boolean {
  const said = people.get(line)
  if (said !== undefined) return said === person
  return bulk === 'same' || bulk === by
}

const filled = (values: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/** A row says what it says: an empty cell takes nothing away. */
const valuesOf = ({ name, givenName, email, phone, lang }: ParticipantDraft, organisation: string): Values =>
  filled({ name, givenName, email, phone, lang, organisation })

/** What a row adds to what another row of the list said. */
const added = (former: Values, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => former[field] === undefined && field !== 'givenName'))

/**
 * What a row says otherwise. The same name or address in another spelling is no other one, and where versions stand side by side, a
 * person settles them and no list does.
 */
function changesOf(records: Records, known: AnyRecord, { name, givenName }: ParticipantDraft, values: Values): Values {
  const [name0, given0] = [known.f['name'], known.f['givenName']].map((said) => String(said ?? ''))
  const isSameName = nameKey({ name, givenName }) === nameKey({ name: name0 ?? '', givenName: given0 ?? '' })
  const { name: _, givenName: __, ...others } = values
  const said: Values = isSameName ? others : { ...others, name: name || null, givenName: givenName || null }
  const standing = (field: string): Value | undefined => {
    const value = known.f[field]
    return field === 'organisation' && typeof value === 'string' ? follow(records, value, 'into') : (value ?? null)
  }
  const isSaid = (field: string, value: Value): boolean =>
    field === 'email' && emailOf(String(value)) !== null
      ? emailOf(String(value)) === emailOf(String(known.f[field]))
      : standing(field) === value
  const isOther = ([field, value]: [string, Value]): boolean =>
    !isSaid(field, value) && known.conflicts?.[field] === undefined
  return Object.fromEntries(Object.entries(said).filter(isOther))
}
