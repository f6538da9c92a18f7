import type { Contributor, Prepared } from './contributor.ts'
import type { Cell, EvidenceRegion } from './evidence.ts'
import type { Thresholds } from './thresholds.ts'

/** A region on one axis, before any theme. */
export interface Section extends Pick<Cell, 'region' | 'n' | 'conclusive' | 'through'> {
  readonly state: EvidenceRegion['state']
}

/** Those who spoke on one side of a comparison. */
export interface Side {
  readonly contributors: ReadonlySet<Contributor>
  readonly organisations: number
}

/** A conclusive region against the other conclusive ones. */
export interface Comparison {
  readonly region: string
  readonly here: Side
  readonly rest: Side
}

/** What was recorded on one axis. */
export interface AxisRecord {
  readonly axis: string
  readonly sections: readonly Section[]
  /** Empty when fewer than two regions are conclusive: a section alone is compared with nothing. */
  readonly comparisons: readonly Comparison[]
  /** Who mentioned each theme, whatever they said of it. */
  readonly mentions: ReadonlyMap<string, readonly Contributor[]>
}

export function axisRecord(axis: string, { regions, contributors }: Prepared, thresholds: Thresholds): AxisRecord {
  const speaking = contributors.filter((contributor) => contributor.axis === axis)
  const sections = regions.map((region) => sectionOf(region, speaking, thresholds))
  return { axis, sections, comparisons: comparisonsOf(sections, speaking), mentions: mentionsOf(speaking) }
}

/** A region is conclusive through its own consultation once held, or through enough members in global sessions. */
function sectionOf(
  { id, state }: EvidenceRegion,
  speaking: readonly Contributor[],
  { conclusiveVoices }: Thresholds,
): Section {
  const members = speaking.filter(({ region }) => region === id)
  const n = members.length
  const ownHeld = state === 'held' && members.some(({ ownSession }) => ownSession)
  const global = members.filter(({ globalSession }) => globalSession).length
  const through = ownHeld && n >= conclusiveVoices ? 'own' : global >= conclusiveVoices ? 'global' : null
  return { region: id, state, n, conclusive: through !== null, through }
}

function comparisonsOf(sections: readonly Section[], speaking: readonly Contributor[]): readonly Comparison[] {
  const conclusive = new Set(sections.filter((section) => section.conclusive).map(({ region }) => region))
  if (conclusive.size < 2) return []
  const compared = speaking.filter(({ region }) => region !== null && conclusive.has(region))
  return [...conclusive].map((region) => {
    const here = compared.filter((contributor) => contributor.region === region)
    const persons = new Set(here.map(({ person }) => person))
    // Someone who also spoke for this region is not the rest of it.
    return { region, here: side(here), rest: side(compared.filter(({ person }) => !persons.has(person))) }
  })
}

const side = (contributors: readonly Contributor[]): Side => ({
  contributors: new Set(contributors),
  organisations: distinct(contributors, 'organisation'),
})

function mentionsOf(speaking: readonly Contributor[]): ReadonlyMap<string, readonly Contributor[]> {
  const mentions = new Map<string, Contributor[]>()
  for (const contributor of speaking)
    for (const theme of contributor.positions.keys()) {
      const known = mentions.get(theme)
      if (known === undefined) mentions.set(theme, [contributor])
      else known.push(contributor)
    }
  return mentions
}

export function distinct(contributors: readonly Contributor[], what: 'person' | 'organisation'): number {
  if (contributors.length < 2) return contributors.length
  const tokens = new Set<string>()
  for (const contributor of contributors) tokens.add(contributor[what])
  return tokens.size
}
