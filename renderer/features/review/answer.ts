import type { Gap, Reading } from '#shared/evidence/evidence.ts'

/** What the data answer to what a person decided, or would decide: keys of `review:answer`. */
export type Answer =
  | 'trend'
  | 'supported'
  | 'signal'
  | 'shared'
  | 'accent'
  | 'elsewhere'
  | 'consolidate'
  | 'contested'
  | 'justify'
  | 'judgement'
  | 'divergence'
  | 'once'
  | 'raised'
  | 'inconclusive'

/** What a person has decided of a theme. */
export interface Decided {
  readonly scope: 'trend' | 'specificity'
  readonly regions: readonly string[]
}

/** The words for a reading, beside what a person decided of it when someone did. */
export function answerOf(reading: Reading | undefined, decided: Decided | null): Answer {
  if (decided === null) return reading === undefined ? 'inconclusive' : ofItself(reading)
  if (reading === undefined || reading.kind === 'inconclusive') return 'judgement'
  if (reading.kind === 'divergence') return 'divergence'
  return decided.scope === 'trend' ? toTrend(reading) : toSpecificity(reading, decided.regions)
}

function ofItself(reading: Reading): Answer {
  if (reading.kind === 'trend') return reading.specificTo.length > 0 ? 'accent' : toTrend(reading, 'trend')
  return reading.kind === 'supported-specificity' ? 'supported' : reading.kind
}

function toTrend(reading: Reading, met: Answer = 'supported'): Answer {
  if (reading.kind !== 'trend') return 'justify'
  return reading.contested ? 'contested' : reading.toConsolidate ? 'consolidate' : met
}

function toSpecificity(reading: Reading, regions: readonly string[]): Answer {
  const own = reading.specificTo.filter((region) => regions.includes(region))
  if (reading.kind === 'trend') return own.length > 0 ? 'accent' : 'elsewhere'
  const cells = reading.cells.filter(({ region }) => regions.includes(region))
  if (cells.length > 0 && cells.every(({ conclusive }) => !conclusive)) return 'judgement'
  if (own.length === 0) return 'justify'
  if (reading.specificTo.length > 1) return 'shared'
  return own.every((region) => gapOf(reading, region)?.grade === 'supported') ? 'supported' : 'signal'
}

export const gapOf = (reading: Reading | undefined, region: string | undefined): Gap | undefined =>
  reading?.gaps.find((gap) => gap.region === region)

/** Other sections where the theme is present too. */
export const presentElsewhere = (reading: Reading, regions: readonly string[]): readonly string[] =>
  reading.cells.filter(({ present, region }) => present && !regions.includes(region)).map(({ region }) => region)

/** Whether the decision needs a reason to be printed. */
export const needsReason = (answer: Answer): boolean =>
  answer === 'justify' || answer === 'elsewhere' || answer === 'judgement'

/** What the data would propose of a theme that nobody has decided on. */
export function proposalOf(reading: Reading): Decided | null {
  if (reading.kind === 'trend' && !reading.contested) return { scope: 'trend', regions: [] }
  const isSpecific = reading.kind === 'supported-specificity' || reading.kind === 'signal' || reading.kind === 'shared'
  return isSpecific ? { scope: 'specificity', regions: reading.specificTo } : null
}
