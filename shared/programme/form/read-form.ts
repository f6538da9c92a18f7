import { fail, ok, type Result } from '../../kit/result.ts'
import type { Records } from '../../model/record.ts'
import { isRecordId } from '../../kit/id.ts'
import type { FormGrid } from './form-grid.ts'
import type { FormFault, FormIssue } from './form-issue.ts'
import { withCodes, type AxisCode, type FormKnown } from './form-known.ts'
import { FORM_VERSION, readMark, type FormMark } from './form-mark.ts'
import { personKey, personOf, readParticipants, type FormPerson } from './form-people.ts'
import { readLines, type FormLines, type FormNote } from './read-lines.ts'
import { readSitting, type Sitting } from './read-sitting.ts'

/** A form that someone filled in. */
export interface FilledForm {
  readonly mark: FormMark
  readonly sitting: Sitting
  /** Participants, then those whom only notes name, each once. */
  readonly people: readonly FormPerson[]
  readonly notes: readonly (FormNote & { readonly person: FormPerson | null })[]
  readonly themesToCreate: readonly string[]
  readonly issues: readonly FormIssue[]
}

/** Reads what was filled in, with the words of the process; the axes are those that the form itself names. */
export function readForm(
  grids: readonly FormGrid[],
  known: FormKnown,
  records: Records,
  consultation: string,
): Result<FilledForm, FormFault> {
  const mark = markIn(grids)
  if (mark === null) return fail('NotAForm')
  if (mark.format > FORM_VERSION) return fail('TooNew')
  if (mark.consultation !== consultation) return fail('OtherProcess')
  const axes = withCodes(known.axes, codesIn(grids), records)
  const lines = readLines(grids, { ...known, axes }, mark.lang)
  if (lines === null) return fail('NotesMissing')
  const sitting = readSitting(grids, known)
  const listed = readParticipants(grids, known)
  const { people, notes, unclear } = withSpeakers(lines, listed.people)
  return ok({
    mark,
    sitting,
    people,
    notes,
    themesToCreate: lines.toCreate,
    issues: [...sitting.issues, ...listed.issues, ...lines.issues, ...unclear],
  })
}

function* cellsIn(grids: readonly FormGrid[]): Generator<readonly string[]> {
  for (const grid of grids) for (const { cells } of grid) yield cells
}

function markIn(grids: readonly FormGrid[]): FormMark | null {
  for (const cells of cellsIn(grids))
    for (const cell of cells) {
      const mark = readMark(cell)
      if (mark !== null) return mark
    }
  return null
}

/** `A3` beside an id: what the end of a form says of its axes. */
function codesIn(grids: readonly FormGrid[]): readonly AxisCode[] {
  const codes = new Map<string, AxisCode>()
  for (const [code = '', id = ''] of cellsIn(grids)) {
    const [name, record] = [code.trim().toUpperCase(), id.trim()]
    if (/^A\d{1,3}$/.test(name) && isRecordId(record) && !codes.has(name)) codes.set(name, { code: name, id: record })
  }
  return [...codes.values()]
}

function withSpeakers({ notes }: FormLines, participants: readonly FormPerson[]) {
  const people = new Map<string, FormPerson>()
  for (const person of participants) if (!people.has(person.key)) people.set(person.key, person)
  // Those whose organisation is said first: a name alone is then one of them.
  for (const note of notes.filter(({ organisation }) => organisation !== undefined)) addSpeaker(people, note)
  const unclear: FormIssue[] = []
  const spoken = notes.map((note) => {
    const { speaker = '', organisation = '' } = note
    const found = speaker === '' && organisation === '' ? null : personOf(people, speaker, organisation)
    if (found === 'unclear')
      unclear.push({ part: 'note', line: note.line, field: 'speaker', type: 'SpeakerUnclear', value: speaker })
    const isNew = (found === null || found === 'unclear') && (speaker !== '' || organisation !== '')
    const person = isNew ? addSpeaker(people, note) : found === 'unclear' ? null : found
    return { ...note, person }
  })
  return { people: [...people.values()], notes: spoken, unclear }
}

function addSpeaker(people: Map<string, FormPerson>, note: FormNote): FormPerson {
  const { line, speaker = '', organisation = '' } = note
  const key = personKey(speaker, organisation)
  const known = people.get(key)
  if (known !== undefined) return known
  const person: FormPerson = {
    key,
    part: 'note',
    line,
    name: speaker,
    givenName: '',
    function: note.function,
    organisation,
    category: '',
    gender: '',
    region: null,
    speaksFor: 'self',
  }
  people.set(key, person)
  return person
}
