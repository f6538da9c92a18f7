import type {
  EvidenceInput,
  EvidenceMention,
  EvidenceRegion,
  EvidenceVoice,
  Reading,
} from '#shared/evidence/evidence.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'

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
  Object.entries(said.themes ?? {}).flatMap(([theme, { x = 0, o = 0 }]) => {
    const supporting = voices.slice(0, x).map(({ id }): EvidenceMention => ({ voice: id, theme, stance: 'raises' }))
    const opposing = voices.slice(voices.length - o)
    return supporting.concat(opposing.map(({ id }) => ({ voice: id, theme, stance: 'opposes' })))
  })

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

/** One theme, « eau », section by section: « 3/8 » is three voices of eight, « 3/8-2 » with two more that oppose it. */
export const onWater = (counts: string, rest: Partial<RegionSaid> = {}): EvidenceInput =>
  aConsultation(
    counts.split(' ').map((count, i) => {
      const [x = 0, n = 0, o = 0] = count.split(/[/-]/u).map(Number)
      return Object.assign({ region: SECTIONS[i] ?? `section ${i}`, n, themes: { eau: { x, o } } }, rest)
    }),
  )

/** Puts several consultations on different axes of the same regions together. */
export const together = (inputs: readonly EvidenceInput[]): EvidenceInput => {
  return {
    regions: unique(inputs.flatMap(({ regions }) => regions)),
    axes: [...new Set(inputs.flatMap(({ axes }) => axes))],
    themes: unique(inputs.flatMap(({ themes }) => themes)),
    voices: inputs.flatMap(({ voices }) => voices),
    mentions: inputs.flatMap(({ mentions }) => mentions),
  }
}

const unique = <Value extends { readonly id: string }>(values: readonly Value[]): readonly Value[] => [
  ...new Map(values.map((value) => [value.id, value])).values(),
]

/** The first reading, for scenarios of one theme. */
export function waterOf(input: EvidenceInput): Reading {
  const [reading] = readEvidence(input).readings
  if (reading === undefined) throw new Error('The scenario mentions nothing.')
  return reading
}

/** The same consultation where some voices have another id, person, organisation or session. */
export const changeVoices = (
  input: EvidenceInput,
  change: (voice: EvidenceVoice) => Partial<EvidenceVoice>,
): EvidenceInput => ({ ...input, voices: input.voices.map((voice) => Object.assign({}, voice, change(voice))) })
