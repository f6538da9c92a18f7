import type { EvidenceInput, EvidenceMention, EvidenceRegion, EvidenceVoice } from '#shared/evidence/evidence.ts'

export interface Said {
  /** The first `x` voices of the region support, the last `o` only oppose. */
  readonly x?: number
  readonly o?: number
}

/** What one region recorded on one axis. */
export interface RegionSaid {
  readonly region: string | null
  readonly n: number
  readonly state?: EvidenceRegion['state']
  readonly ownSession?: boolean
  /** How many voices each organisation has; 1 unless told. */
  readonly perOrganisation?: number
  readonly themes?: Readonly<Record<string, Said>>
}

const AXIS = 'axe'

const voicesOf = (said: RegionSaid, axis: string): readonly EvidenceVoice[] =>
  Array.from({ length: said.n }, (_, i) => {
    const place = said.region ?? 'international'
    return {
      id: `${axis}/${place}/${i}`,
      axis,
      region: said.region,
      person: `${place}/${i}`,
      organisation: `${place}/org${Math.floor(i / (said.perOrganisation ?? 1))}`,
      ownSession: said.ownSession ?? said.region !== null,
    }
  })

const mentionsOf = (said: RegionSaid, voices: readonly EvidenceVoice[]): readonly EvidenceMention[] =>
  Object.entries(said.themes ?? {}).flatMap(([theme, { x = 0, o = 0 }]) => [
    ...voices.slice(0, x).map(({ id }): EvidenceMention => ({ voice: id, theme, stance: 'raises' })),
    ...(o === 0 ? [] : voices.slice(-o)).map(({ id }): EvidenceMention => ({ voice: id, theme, stance: 'opposes' })),
  ])

/** A consultation on one axis, region by region. */
export function aConsultation(said: readonly RegionSaid[], axis = AXIS): EvidenceInput {
  const recorded = said.map((one) => ({ one, voices: voicesOf(one, axis) }))
  return {
    regions: said.flatMap(({ region, state = 'held' }) => (region === null ? [] : [{ id: region, state }])),
    axes: [axis],
    themes: [...new Set(said.flatMap(({ themes }) => Object.keys(themes ?? {})))].map((id) => ({ id, parent: null })),
    voices: recorded.flatMap(({ voices }) => voices),
    mentions: recorded.flatMap(({ one, voices }) => mentionsOf(one, voices)),
  }
}

const SECTIONS = ['Afrique', 'Asie-Pacifique', 'Europe', 'Amérique latine', 'MEWA', 'Eurasie', 'Noram']

/** One theme, « eau », in as many sections as there are pairs: supporting voices, voices, and opposing voices. */
export const onWater = (
  counts: readonly (readonly [x: number, n: number, o?: number])[],
  rest: Partial<RegionSaid> = {},
): EvidenceInput =>
  aConsultation(
    counts.map(([x, n, o = 0], i) => ({
      region: SECTIONS[i] ?? `section ${i}`,
      n,
      themes: { eau: { x, o } },
      ...rest,
    })),
  )

/** Puts several consultations on different axes of the same regions together. */
export const together = (inputs: readonly EvidenceInput[]): EvidenceInput => {
  const unique = <Value extends { readonly id: string }>(values: readonly Value[]) => [
    ...new Map(values.map((value) => [value.id, value])).values(),
  ]
  return {
    regions: unique(inputs.flatMap(({ regions }) => regions)),
    axes: [...new Set(inputs.flatMap(({ axes }) => axes))],
    themes: unique(inputs.flatMap(({ themes }) => themes)),
    voices: inputs.flatMap(({ voices }) => voices),
    mentions: inputs.flatMap(({ mentions }) => mentions),
  }
}
