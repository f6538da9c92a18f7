/** A region as evidence sees it. Only regions take part; *international / hors section* is `null` on a voice. */
export interface EvidenceRegion {
  readonly id: string
  /** State of its own consultation, see `CONSULTATION_STATES`. */
  readonly state: 'to-confirm' | 'confirmed' | 'held' | 'not-held' | 'inactive'
}

/** A voice on one axis, in the region it spoke for. */
export interface EvidenceVoice {
  readonly id: string
  readonly axis: string
  readonly region: string | null
  /** The same token for the same person in every region and axis; without knowledge of the person, the voice's id. */
  readonly person: string
  /** The same token for the same organisation; without organisation, the person's token. */
  readonly organisation: string
  /** Recorded in a session of its own region (otherwise in a global one). */
  readonly ownSession: boolean
}

/** One note's word on one theme. `raises` is a note without stance: it supports (addition 3). */
export interface EvidenceMention {
  readonly voice: string
  readonly theme: string
  readonly stance: 'raises' | 'supports' | 'nuances' | 'opposes'
}

export interface EvidenceTheme {
  readonly id: string
  readonly parent: string | null
}

export interface EvidenceInput {
  readonly regions: readonly EvidenceRegion[]
  readonly axes: readonly string[]
  readonly themes: readonly EvidenceTheme[]
  readonly voices: readonly EvidenceVoice[]
  readonly mentions: readonly EvidenceMention[]
}

/** What the record holds of a theme in one region on one axis. */
export interface Cell {
  readonly region: string
  /** `n`: voices recorded on the axis. `x`: supporting. `o`: only opposing. */
  readonly n: number
  readonly x: number
  readonly o: number
  /** Distinct organisations among supporting and among opposing voices. */
  readonly organisations: number
  readonly opposingOrganisations: number
  readonly conclusive: boolean
  /** Conclusive through its own consultation, or through members in global sessions. */
  readonly through: 'own' | 'global' | null
  readonly present: boolean
}

/**
 * The reading of a theme on an axis: total, the first that applies. A `trend` whose `conclusive` is 2 is *common to both*:
 * it is read only where a consultation has two groups. `once` and `inconclusive` speak of the whole record.
 */
export type ReadingKind =
  'inconclusive' | 'divergence' | 'trend' | 'supported-specificity' | 'signal' | 'shared' | 'once' | 'raised'

export interface Gap {
  readonly region: string
  readonly x: number
  readonly n: number
  readonly restX: number
  readonly restN: number
  /** Difference of shares and its Newcombe 90 % interval, from −1 to 1. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** The larger of Fisher on voices and on organisations. */
  readonly p: number
  readonly grade: 'supported' | 'signal' | 'none'
}

export interface Reading {
  readonly axis: string
  readonly theme: string
  readonly kind: ReadingKind
  readonly cells: readonly Cell[]
  /** Regions where the theme is present, among conclusive ones; and regions without conclusive data. */
  readonly present: number
  readonly conclusive: number
  readonly withoutData: number
  readonly voices: number
  readonly persons: number
  readonly organisations: number
  readonly opposing: number
  /** Of a trend: contested by a region (o ≥ 2 from 2 organisations, not above x), resting on too few, or with an accent. */
  readonly contested: boolean
  readonly toConsolidate: boolean
  readonly gaps: readonly Gap[]
  /** Regions that pass a grade; two or more make it shared by these regions. */
  readonly specificTo: readonly string[]
  /** Regions where a theme that is a trend elsewhere was not recorded, and surely less than elsewhere. */
  readonly notRecordedIn: readonly string[]
}

export interface Evidence {
  readonly readings: readonly Reading[]
  /** Distinct voices per axis and region; `null` where nothing was held and nobody spoke, which is never a zero. */
  readonly voicesByAxisRegion: Readonly<Record<string, Readonly<Record<string, number | null>>>>
  /** How many comparisons were corrected for (addition 7). */
  readonly comparisons: number
}
