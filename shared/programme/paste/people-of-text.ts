import { bracketsAtEnd } from './function-of-text.ts'
import { isFunction } from './people-words.ts'
import { personOfText, type PersonOfText } from './person-of-text.ts'
import { BETWEEN_ENTRIES, isNamed, parted, piecesOf, startsWithName, type Piece } from './pieces.ts'
import { joinedLines, textLines, type LeftLine } from './text-lines.ts'

export interface PeopleOfText {
  readonly people: readonly PersonOfText[]
  /** What nobody was made of, in its order. */
  readonly left: readonly LeftLine[]
}

/**
 * The people of a pasted paragraph or list, in the order of the text: one per line, or parted by semicolons or commas,
 * what they do before or after their name. Whatever is not understood is in `left`.
 */
export function peopleOfText(pasted: string): PeopleOfText {
  const people: PersonOfText[] = []
  const left: LeftLine[] = []
  for (const { line, text } of joinedLines(textLines(pasted), () => false))
    for (const entry of entriesOf(text)) {
      const read = peopleOfEntry(line, entry)
      people.push(...read.people)
      left.push(...read.left.map((words) => ({ line, text: words })))
    }
  return { people, left }
}

/** A line of signs alone is an entry too, so that it is told. */
function entriesOf(text: string): readonly string[] {
  const entries = parted(text, BETWEEN_ENTRIES)
  return entries.length === 0 ? [text] : entries
}

/** Who leads: the word stays as what they do there. */
const LEADING =
  /^(mod[eé]r\p{L}*|anim[eé]\p{L}*|animat\p{L}*|facilit\p{L}*|chair\p{L}*|presid\p{L}*|présid\p{L}*|ouverture|opening|apertura|cl[oô]ture|closing|clausura)(?:\s+(?:par|by|por))?(?:\s*:\s*|\s+(?=\p{Lu}))/iu
const SPEAKING =
  /^(?:(?:les|the|los|las)\s+)?(?:intervenant|intervenci|intervention|orateur|oratrice|orador|participant|speaker|panel|ponent|ponencia|exposant|exposé|présent|present|invit|avec|with|con|par|by|por)[\p{L}·.-]*(?:\s+(?:par|by|por))?(?:\s*:\s*|\s+(?=\p{Lu}))/iu
/** What a sentence says of the whole list after its last name. */
const OF_ALL = /^(?:tou(?:s|tes?)?(?!\p{Ll})|all\s|todos\s|todas\s|réuni|qui\s|who\s|quienes\s)/iu

interface Entry {
  readonly people: readonly PersonOfText[]
  readonly left: readonly string[]
}

function peopleOfEntry(line: number, written: string): Entry {
  const bare = written.replace(/[\s.,:]+$/u, '').replace(/^[\s—–,:-]+/u, '')
  const spoken = bare.replace(SPEAKING, '')
  const leading = LEADING.exec(spoken)
  const role = leading?.[1]?.toLowerCase() ?? ''
  const { before, rest } = introduced(leading === null ? spoken : spoken.slice(leading[0].length))
  const { groups, left } = grouped(piecesOf(rest))
  if (groups.length === 0) return { people: [], left: [written.trim()] }
  const people = withSharedOrganisation(groups.map(([named = '', ...pieces]) => personOfText(line, named, pieces)))
  return {
    people: people.map((one) => withRole(one, role)),
    left: [...(before === '' ? [] : [before]), ...left],
  }
}

const withRole = (one: PersonOfText, role: string): PersonOfText =>
  one.function === '' ? { ...one, function: role } : one

/** « Ont pris la parole : A, B », « La séance a été ouverte par A, … »: what comes before the first name. */
function introduced(entry: string): { readonly before: string; readonly rest: string } {
  const all = { before: '', rest: entry }
  if (startsWithName(entry)) return all
  const [, before = '', rest = ''] = /^([^:]{2,160}?)\s*:\s+(.+)$/u.exec(entry) ?? []
  if (rest !== '' && startsWithName(rest))
    return isFunction(before) ? { before: '', rest: `${rest}, ${before}` } : { before, rest }
  const [, said = '', by = ''] = /^(.{4,200}?\s(?:par|by|por))\s+(\p{Lu}.*)$/u.exec(entry) ?? []
  return by !== '' && startsWithName(by) ? { before: said, rest: by } : all
}

interface Groups {
  readonly groups: readonly (readonly string[])[]
  readonly left: readonly string[]
}

/** The pieces of each person: a name begins one; what someone does, said before any name, waits for it. */
function grouped(pieces: readonly Piece[]): Groups {
  const groups: string[][] = []
  const [left, waiting]: [string[], string[]] = [[], []]
  for (const [at, piece] of pieces.entries()) {
    const current = groups.at(-1)
    if (current !== undefined && OF_ALL.test(piece.text)) {
      left.push(
        pieces
          .slice(at)
          .map(({ text }) => text)
          .join(', '),
      )
      break
    }
    if (isSomeone(piece, current, pieces[at + 1])) groups.push([piece.text, ...waiting.splice(0)])
    else if (current !== undefined) current.push(piece.text)
    else if (isFunction(piece.text)) waiting.push(piece.text)
    else left.push(piece.text)
  }
  return { groups, left: [...waiting, ...left] }
}

/** After a name, words with capitals are where they work, unless they are said to be someone: « et », or what they do follows. */
function isSomeone(piece: Piece, current: readonly string[] | undefined, next: Piece | undefined): boolean {
  if (!isNamed(piece.text)) return false
  if (current === undefined || piece.isNew) return true
  const isDescribed = next !== undefined && /^\p{Ll}/u.test(next.text) && isFunction(next.text)
  return isDescribed
    ? current.length > 1
    : current.length === 1 && bracketsAtEnd(current[0] ?? '')[1] !== '' && bracketsAtEnd(piece.text)[1] !== ''
}

/** « A et B (organisation) »: it may be of both. */
const withSharedOrganisation = (people: readonly PersonOfText[]): readonly PersonOfText[] =>
  people.map((one, at) => {
    const next = people[at + 1]
    const isAlone = one.organisation === '' && one.function === ''
    if (!isAlone || next === undefined || next.organisation === '' || next.function !== '') return one
    const doubt = [...one.doubt.filter((said) => said !== 'no-organisation'), 'shared-organisation' as const]
    return { ...one, organisation: next.organisation, country: next.country, doubt }
  })
