/** Where a reading starts to say something. Whole numbers only, so that no rounding decides; printed with every reading. */
export interface Thresholds {
  /** Voices on an axis from which a region is conclusive. */
  readonly conclusiveVoices: number
  /** A theme is present in a region from this many voices, and from one voice in `presentOneIn`. */
  readonly presentVoices: number
  readonly presentOneIn: number
  /** Organisations without which no region supports, opposes or stands out. */
  readonly organisations: number
  /** Voices from which a region opposes. */
  readonly opposingVoices: number
  /** A trend is present in this many regions and in this share (numerator, denominator) of the conclusive ones. */
  readonly trendRegions: number
  readonly trendShare: readonly [number, number]
  /** Supporting voices that a region needs to stand out; one fewer must remain after any removal. */
  readonly specificVoices: number
  /** Supporting voices over conclusive regions from which a theme is compared at all. */
  readonly comparedVoices: number
  /** False discoveries accepted among supported specificities, in per cent. */
  readonly falseDiscoveryPercent: number
  /** Depth of the themes that are compared (1: those without parent); a shallower theme without children stands for itself. */
  readonly publishedLevel: number
}

/** Source: the rules of reading, with a tree of themes of three levels at most. */
export const THRESHOLDS: Thresholds = {
  conclusiveVoices: 5,
  presentVoices: 2,
  presentOneIn: 10,
  organisations: 2,
  opposingVoices: 2,
  trendRegions: 3,
  trendShare: [2, 3],
  specificVoices: 4,
  comparedVoices: 3,
  falseDiscoveryPercent: 10,
  publishedLevel: 3,
}
