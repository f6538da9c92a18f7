import type { EvidenceInput, EvidenceMention, EvidenceRegion } from './evidence.ts'
import { lineages, publishedThemes } from './theme-tree.ts'
import type { Thresholds } from './thresholds.ts'

/** `mixed` is in n, and neither in x nor in o. */
export type Position = 'supports' | 'opposes' | 'mixed'

/** What is counted: a person once per axis in the region they spoke for, over all sessions. */
export interface Contributor {
  readonly axis: string
  /** `null`: international, or a region that is not in the consultation. */
  readonly region: string | null
  readonly person: string
  readonly organisation: string
  readonly ownSession: boolean
  readonly globalSession: boolean
  /** By theme, parents of what was mentioned included. */
  readonly positions: ReadonlyMap<string, Position>
}

/** The input made ready for reading it once or a thousand times. */
export interface Prepared {
  readonly regions: readonly EvidenceRegion[]
  readonly axes: readonly string[]
  readonly themes: readonly string[]
  readonly published: ReadonlySet<string>
  readonly contributors: readonly Contributor[]
}

export function prepare(input: EvidenceInput, { publishedLevel }: Thresholds): Prepared {
  const positionsByVoice = positionsOf(input)
  const known = new Set(input.regions.map(({ id }) => id))
  const contributors = input.voices.map(({ id, region, ownSession, ...voice }) => ({
    axis: voice.axis,
    region: region !== null && known.has(region) ? region : null,
    person: voice.person,
    organisation: voice.organisation,
    ownSession,
    globalSession: !ownSession,
    positions: positionsByVoice.get(id) ?? new Map<string, Position>(),
  }))
  return {
    regions: input.regions,
    axes: input.axes,
    themes: input.themes.map(({ id }) => id),
    published: publishedThemes(input.themes, publishedLevel),
    contributors: oncePerRegion(contributors),
  }
}

function positionsOf({ themes, mentions }: EvidenceInput): ReadonlyMap<string, ReadonlyMap<string, Position>> {
  const lines = lineages(themes)
  const byVoice = new Map<string, Map<string, Position>>()
  for (const mention of mentions) {
    const positions = byVoice.get(mention.voice) ?? new Map<string, Position>()
    byVoice.set(mention.voice, positions)
    for (const theme of lines.get(mention.theme) ?? []) hear(positions, theme, positionOf(mention))
  }
  return byVoice
}

const positionOf = ({ stance }: EvidenceMention): Position => (stance === 'opposes' ? 'opposes' : 'supports')

function hear(positions: Map<string, Position>, theme: string, position: Position): void {
  positions.set(theme, (positions.get(theme) ?? position) === position ? position : 'mixed')
}

/** Joins what one person said for one region on one axis under several voices. */
export function oncePerRegion(contributors: readonly Contributor[]): readonly Contributor[] {
  const known = new Map<string, Contributor>()
  for (const contributor of contributors) {
    // Ids hold no space.
    const key = `${contributor.axis} ${contributor.region ?? ''} ${contributor.person}`
    const before = known.get(key)
    known.set(key, before === undefined ? contributor : joined(before, contributor))
  }
  return [...known.values()]
}

function joined(one: Contributor, other: Contributor): Contributor {
  const positions = new Map(one.positions)
  for (const [theme, position] of other.positions) hear(positions, theme, position)
  return {
    ...one,
    // Whichever came first, the same organisation must be kept.
    organisation: one.organisation < other.organisation ? one.organisation : other.organisation,
    ownSession: one.ownSession || other.ownSession,
    globalSession: one.globalSession || other.globalSession,
    positions,
  }
}
