import { normalise } from '../../search/normalise.ts'
import { labelKey } from '../label-index.ts'
import { cleanCell } from '../row-text.ts'
import { fieldFinder, type FieldOf } from './form-fields.ts'
import { tableUnder, type FormGrid } from './form-grid.ts'
import type { FormIssue } from './form-issue.ts'
import type { FormKnown } from './form-known.ts'
import { chosen } from './read-sitting.ts'

/** Someone whom a form names, in its list of participants or beside a note. */
export interface FormPerson {
  /** The name and the organisation as they are told apart inside this form, and nowhere else. */
  readonly key: string
  readonly part: 'person' | 'note'
  readonly line: number
  readonly name: string
  readonly givenName: string
  readonly function: string
  readonly organisation: string
  readonly category: string
  readonly gender: string
  readonly region: string | null
  readonly speaksFor: string
}

/** The words of a name whatever their order: « DIOP Awa » is « Awa Diop ». */
export const nameKey = (name: string): string => normalise(name).split(' ').toSorted().join(' ') || name.trim()

export const personKey = (name: string, organisation: string): string =>
  name === '' && organisation === '' ? '' : `${nameKey(name)}\u001f${organisation === '' ? '' : labelKey(organisation)}`

/** Columns that tell a list of people, whichever of them was deleted. */
const PAIRS = [
  ['name', 'givenName'],
  ['name', 'organisation'],
  ['givenName', 'organisation'],
] as const

/** People of the list of participants; a line without a name is told. */
export function readParticipants(
  grids: readonly FormGrid[],
  known: FormKnown,
): { readonly people: readonly FormPerson[]; readonly issues: readonly FormIssue[] } {
  const find = fieldFinder('person')
  const people: FormPerson[] = []
  const issues: FormIssue[] = []
  for (const grid of grids) {
    const table = PAIRS.map((pair) => tableUnder(grid, find, pair)).find((found) => found !== null)
    for (const { line, cells } of table?.lines ?? []) {
      const words = (field: FieldOf<'person'>): string => cleanCell(cells[field] ?? '').replace(/\s+/g, ' ')
      const tell = (field: string, type: FormIssue['type'], value = ''): void =>
        void issues.push({ part: 'person', line, field, type, value })
      const [name, givenName] = [words('name'), words('givenName')]
      if (name === '' && givenName === '') {
        tell('name', 'NameMissing')
        continue
      }
      const region = chosen(words('region'), known.regions)
      if (region === null && words('region') !== '') tell('region', 'SectionUnknown', words('region'))
      const [gender, speaksFor] = [chosen(words('gender'), known.genders), chosen(words('speaksFor'), known.speaksFor)]
      if (gender === null && words('gender') !== '') tell('gender', 'WordUnknown', words('gender'))
      if (speaksFor === null && words('speaksFor') !== '') tell('speaksFor', 'WordUnknown', words('speaksFor'))
      people.push({
        key: personKey(`${givenName} ${name}`, words('organisation')),
        part: 'person',
        line,
        name,
        givenName,
        function: words('function'),
        organisation: words('organisation'),
        // People describe themselves in words of their own: one that is in no list is kept.
        category: chosen(words('category'), known.categories) ?? words('category'),
        gender: gender ?? '',
        region,
        speaksFor: speaksFor ?? 'self',
      })
    }
  }
  return { people, issues }
}

/**
 * Who speaks in a line: the one of that name and organisation; without an organisation, the only one of that name in the
 * form. `unclear` when several have it.
 */
export function personOf(
  people: ReadonlyMap<string, FormPerson>,
  name: string,
  organisation: string,
): FormPerson | 'unclear' | null {
  const exact = people.get(personKey(name, organisation))
  if (exact !== undefined || organisation !== '') return exact ?? null
  const alike = [...people.values()].filter(({ key }) => key.startsWith(`${nameKey(name)}\u001f`))
  return alike.length > 1 ? 'unclear' : (alike[0] ?? null)
}
