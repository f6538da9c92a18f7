import type { Chooser } from '../label-index.ts'
import { createChooser, type Known } from '../label-index.ts'
import type { MappingOf } from '../mapping.ts'
import { statedLang } from '../read-lang.ts'
import { cleanCell, hasHiddenMark } from '../row-text.ts'
import type { TableData, TableRow } from '../table.ts'
import { emailOf } from './email.ts'
import { REFUSING, type ParticipantDraft, type ParticipantIssue } from './participant-draft.ts'
import { PARTICIPANT_TARGETS, type ParticipantTarget } from './participant-target.ts'
import { nameOrder, splitName, type NameOrder, type PersonName } from './person-name.ts'
import { genderReader } from './read-gender.ts'
import { readSpeaksFor } from './speaks-for.ts'

export interface ParticipantDrafts {
  readonly drafts: readonly ParticipantDraft[]
  readonly issues: readonly ParticipantIssue[]
}

/** Records and words that rows name. */
export interface KnownToList {
  readonly regions: readonly Known[]
  readonly categories?: readonly Known[]
}

/** Characters of a name, a function or an address: as many as its field takes. */
const LONGEST = 300
/** What people write where they have nothing to say. */
const NOTHING =
  /^(?:[-–—?./]|n\/?[arsd]|non (?:renseigné|précisé|communiqué)e?|not (?:stated|specified)|sin indicar)$/iu

interface ListReader {
  readonly mapping: MappingOf<ParticipantTarget>
  readonly regions: Chooser
  readonly categories: Chooser
  readonly gender: (words: string) => string | null
  readonly order: NameOrder
  readonly problems: ReadonlyMap<number, ParticipantIssue['type']>
}

/** Who each row of a list names. A row without a name gives an issue; a value that is not understood is left out, and said. */
export function participantDrafts(
  table: TableData,
  mapping: MappingOf<ParticipantTarget>,
  known: KnownToList,
): ParticipantDrafts {
  const { fullName } = mapping
  const reader: ListReader = {
    mapping,
    regions: createChooser(known.regions, false),
    categories: createChooser(known.categories ?? [], false),
    gender: genderReader(table.rows.map((row) => cellOf(row, mapping, 'gender'))),
    order: fullName !== undefined && 'column' in fullName ? nameOrder(fullName.column) : null,
    problems: new Map(table.problems.map(({ line, type }) => [line, type])),
  }
  const [drafts, issues]: [ParticipantDraft[], ParticipantIssue[]] = [[], []]
  for (const row of table.rows) {
    const read = readParticipant(row, reader)
    issues.push(...read.issues)
    if (!read.issues.some(({ type }) => REFUSING.has(type))) drafts.push(read.draft)
  }
  return { drafts, issues }
}

function cellOf(row: TableRow, mapping: MappingOf<ParticipantTarget>, target: ParticipantTarget): string {
  const source = mapping[target]
  if (source === undefined) return ''
  return cleanCell('constant' in source ? source.constant : (row.cells[source.column] ?? '')).replace(/\s+/gu, ' ')
}

const choose = (chooser: Chooser) => (cell: string) => {
  const choice = chooser.choose(cell)
  return choice !== null && 'id' in choice ? choice.id : null
}

function readParticipant(row: TableRow, { mapping, problems, order, ...reader }: ListReader) {
  const issues: ParticipantIssue[] = []
  const say = (target: ParticipantTarget | null, type: ParticipantIssue['type'], value = '') => {
    const source = target === null ? undefined : mapping[target]
    issues.push({ line: row.line, column: source && 'column' in source ? source.column : '', type, value })
  }
  const words = (target: ParticipantTarget): string => cellOf(row, mapping, target)
  const stated = (target: ParticipantTarget): string => words(target).replace(NOTHING, '')
  const understood = <T extends string>(
    target: ParticipantTarget,
    read: (cell: string) => T | null,
    type: ParticipantIssue['type'],
  ): T | '' => {
    const cell = stated(target)
    const value = cell === '' ? '' : read(cell)
    if (value === null) say(target, type, cell)
    return value ?? ''
  }
  const named = nameIn(words, order)
  const email = stated('email')
  const draft: ParticipantDraft = {
    line: row.line,
    ...named,
    organisation: stated('organisation'),
    function: stated('function'),
    category: choose(reader.categories)(stated('category')) ?? stated('category'),
    gender: understood('gender', reader.gender, 'UnknownGender'),
    region: understood('region', choose(reader.regions), 'UnknownRegion'),
    country: stated('country'),
    speaksFor: understood('speaksFor', readSpeaksFor, 'UnknownSpeaksFor'),
    email: email.replace(/^mailto:/i, ''),
    phone: stated('phone'),
    lang: understood('lang', statedLang, 'UnknownLang'),
  }
  if (`${draft.name}${draft.givenName}` === '') say(null, 'NobodyNamed')
  if (email !== '' && emailOf(email) === null) say('email', 'BadEmail', email)
  for (const target of PARTICIPANT_TARGETS) {
    if (words(target).length > LONGEST) say(target, 'WordsTooLong', String(words(target).length))
    else if (hasHiddenMark(words(target))) say(target, 'HiddenMark')
  }
  const problem = problems.get(row.line)
  if (problem !== undefined) say(null, problem)
  return { draft, issues }
}

/** What the columns of the halves say, completed by that of whole names. */
function nameIn(words: (target: ParticipantTarget) => string, order: NameOrder): PersonName {
  const halves = { name: words('name'), givenName: words('givenName') }
  return halves.name === '' && halves.givenName === '' ? splitName(words('fullName'), order) : halves
}
