import type { Reading } from '#shared/evidence/evidence.ts'
import { follow } from '#shared/evidence/follow.ts'
import { members, type Note, type RecordOf, type Records } from '#shared/model/record.ts'
import { answerOf, proposalOf, type Answer } from './answer.ts'

/** One theme, or one decision over some themes, on the board of an axis. */
export interface BoardCard {
  readonly id: string
  readonly tag: RecordOf<'tag'> | null
  readonly themes: readonly string[]
  /** What the data answer; of several themes, the one that most people raised. */
  readonly reading: Reading | undefined
  readonly answer: Answer
  readonly regions: readonly string[]
}

export interface Board {
  readonly toSort: readonly BoardCard[]
  readonly trends: readonly BoardCard[]
  readonly specificities: readonly BoardCard[]
  readonly divergences: readonly BoardCard[]
}

/** What people decided on an axis, and the themes that nobody has decided on yet. */
export function boardOf(
  records: Records,
  axis: string,
  readings: readonly Reading[],
  tags: readonly RecordOf<'tag'>[],
): Board {
  const ofAxis = readings.filter((reading) => reading.axis === axis && reading.voices > 0)
  const decided = tags
    .filter(({ f }) => joinedTo(records, f.axis) === axis)
    .map((tag) => decidedCard(records, tag, ofAxis))
  const sorted = new Set(decided.flatMap(({ themes }) => themes))
  const open = ofAxis.filter(({ theme }) => !sorted.has(theme)).map(openCard)
  return {
    toSort: open.filter(({ answer }) => answer !== 'divergence').toSorted(mostTelling),
    trends: decided.filter(({ tag }) => tag?.f.scope === 'trend'),
    specificities: decided.filter(({ tag }) => tag?.f.scope === 'specificity'),
    divergences: open.filter(({ answer }) => answer === 'divergence'),
  }
}

const joinedTo = (records: Records, axis: string | undefined): string | undefined =>
  axis === undefined ? undefined : follow(records, axis, 'into')

const byVoices = (a: Reading, b: Reading): number => b.voices - a.voices || (a.theme < b.theme ? -1 : 1)

function decidedCard(records: Records, tag: RecordOf<'tag'>, readings: readonly Reading[]): BoardCard {
  const themes = [...new Set(members(tag, 'theme').map((id) => follow(records, id, 'into')))]
  const [reading] = readings.filter(({ theme }) => themes.includes(theme)).toSorted(byVoices)
  const regions = members(tag, 'region')
  const { scope = 'trend' } = tag.f
  return { id: tag.id, tag, themes, reading, answer: answerOf(reading, { scope, regions }), regions }
}

const openCard = (reading: Reading): BoardCard => ({
  id: reading.theme,
  tag: null,
  themes: [reading.theme],
  reading,
  answer: answerOf(reading, null),
  regions: reading.specificTo,
})

/** What the data propose first, then what most people raised. */
function mostTelling(a: BoardCard, b: BoardCard): number {
  const [one, other] = [a.reading, b.reading]
  if (one === undefined || other === undefined) return 0
  const proposed = Number(proposalOf(other) !== null) - Number(proposalOf(one) !== null)
  return proposed === 0 ? byVoices(one, other) : proposed
}

/** The tag of a theme on an axis, when a person has made one. */
export const tagOf = (
  tags: readonly RecordOf<'tag'>[],
  axis: string | undefined,
  theme: string,
): RecordOf<'tag'> | undefined => tags.find(({ f }) => f.axis === axis && f[`theme:${theme}`] === true)

/** How many notes of an axis bear each theme, or one under it. */
export function notesByTheme(records: Records, notes: readonly Note[], axis: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const note of notes) {
    if (joinedTo(records, note.f.axis) !== axis) continue
    const borne = new Set(members(note, 'theme').flatMap((theme) => withParents(records, theme)))
    for (const theme of borne) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  }
  return counts
}

function withParents(records: Records, id: string): readonly string[] {
  const line: string[] = []
  for (let at: unknown = id; typeof at === 'string';) {
    const theme = follow(records, at, 'into')
    if (line.includes(theme)) break
    line.push(theme)
    at = records.get(theme)?.f['parent']
  }
  return line
}
