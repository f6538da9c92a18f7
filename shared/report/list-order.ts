import type { CATEGORIES } from '../process/lists.ts'
import { normalise } from '../search/normalise.ts'
import { byText } from './in-order.ts'
import type { ReportContext } from './report-context.ts'
import type { ReportNote } from './report-note.ts'

/** Those with a mandate first, from the widest to the nearest; then those they work with; then everyone. */
const PRECEDENCE: Readonly<Record<(typeof CATEGORIES)[number], number>> = {
  international: 1,
  national: 2,
  regional: 3,
  'local-elected': 4,
  association: 5,
  'local-staff': 6,
  donor: 7,
  university: 8,
  'civil-society': 9,
  private: 10,
  residents: 11,
  other: 12,
}

/** Someone of a list: the words that they are told in, and what these words allow to put them in order by. */
interface Listed {
  readonly words: string
  readonly place: number
  readonly key: string
}

/**
 * Who was heard in these notes, each once, in the order that the session asks for: by family name (its sort key where it
 * has one), as in the list that people came from, or by what they are. Whoever may not be named stands after those who
 * are, in the order of the words that are said of them: a place in a list would tell who they are.
 */
export function namesInOrder(
  context: ReportContext,
  notes: readonly ReportNote[],
  wordsOf: (note: ReportNote) => string,
): readonly string[] {
  const listed = new Map<string, Listed>()
  for (const note of notes) {
    const one = listedAs(context, note, wordsOf(note))
    const former = listed.get(one.words)
    if (former === undefined || compare(one, former) < 0) listed.set(one.words, one)
  }
  return [...listed.values()].toSorted(compare).map(({ words }) => words)
}

const compare = (one: Listed, other: Listed): number =>
  one.place - other.place || byText(one.key, other.key) || byText(one.words, other.words)

const UNNAMED = Number.MAX_SAFE_INTEGER

function listedAs({ records, request }: ReportContext, { voice, level }: ReportNote, words: string): Listed {
  const person = level === 1 ? records.get(voice?.f.person ?? '')?.f : undefined
  const name = person?.['name']
  if (typeof name !== 'string' || name === '') return { words, place: UNNAMED, key: '' }
  const key = normalise(`${String(person?.['sortKey'] ?? name)} ${String(person?.['givenName'] ?? '')}`)
  const order = records.get(request.session ?? '')?.f['listOrder']
  if (order === 'source') return { words, place: Number(person?.['order'] ?? UNNAMED - 1), key }
  if (order === 'protocol') return { words, place: precedenceOf(voice?.f.category), key }
  return { words, place: 0, key }
}

const precedenceOf = (category = ''): number =>
  Object.hasOwn(PRECEDENCE, category) ? PRECEDENCE[category as keyof typeof PRECEDENCE] : PRECEDENCE.other
