import { type AxisRecord, axisRecord, distinct } from './axis-record.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { cellsOf, holding } from './cell.ts'
import { type Contributor, type Prepared, prepare } from './contributor.ts'
import { voicesByRegion } from './coverage.ts'
import type { Cell, Evidence, EvidenceInput, Gap, Reading, ReadingKind } from './evidence.ts'
import { type Measured, measure } from './gap.ts'
import { THRESHOLDS, type Thresholds } from './thresholds.ts'
import { isContested, isDivergence, isTrend, notRecordedIn, restsOnTooFew } from './trend.ts'

/**
 * What the recorded contributions answer: exactly one reading for each theme mentioned on each axis, in the order in
 * which axes and themes are given. Parents read the union of their children.
 *
 * Source: § 3.3 of the rules of evidence with their binding additions.
 */
export const readEvidence = (input: EvidenceInput, thresholds: Thresholds = THRESHOLDS): Evidence =>
  readPrepared(prepare(input, thresholds), thresholds)

function readPrepared(prepared: Prepared, thresholds: Thresholds): Evidence {
  const { records, themes, family, kept } = compare(prepared, thresholds)
  return {
    readings: themes.map((theme) => readingOf(theme, kept, thresholds)),
    voicesByAxisRegion: Object.fromEntries(records.map(({ axis, sections }) => [axis, voicesByRegion(sections)])),
    comparisons: family.length,
  }
}

/** Every theme of every axis with its gaps, and the p below which they are kept. */
function compare(prepared: Prepared, thresholds: Thresholds) {
  const records = prepared.axes.map((axis) => axisRecord(axis, prepared, thresholds))
  const themes = records.flatMap((record) => themesOf(record, prepared, thresholds))
  const family = themes.flatMap(({ measured }) => measured)
  // One family for the whole consultation, whatever is filtered afterwards.
  const kept = benjaminiHochberg(family.map(corrected), thresholds.falseDiscoveryPercent / 100)
  return { records, themes, family, kept }
}

/** The grades that a reading would give to its gaps, without the rest of it. */
export function gradesOf(prepared: Prepared, thresholds: Thresholds): readonly Gap['grade'][] {
  const { family, kept } = compare(prepared, thresholds)
  return family.map((measured) => graded(measured, kept).grade)
}

/** A theme on an axis, before its gaps are corrected for their number. */
interface ThemeRecord {
  readonly record: AxisRecord
  readonly theme: string
  readonly mentions: readonly Contributor[]
  readonly measured: readonly Measured[]
}

function themesOf(record: AxisRecord, { themes, published }: Prepared, thresholds: Thresholds): readonly ThemeRecord[] {
  const conclusive = conclusiveOf(record.sections)
  return themes.flatMap((theme) => {
    const mentions = record.mentions.get(theme)
    if (mentions === undefined) return []
    const supporting = published.has(theme) ? holding(mentions, theme, 'supports') : []
    const compared = supporting.filter(({ region }) => conclusive.has(region)).length >= thresholds.comparedVoices
    const measured = compared
      ? record.comparisons.flatMap((comparison) => measure(comparison, supporting, thresholds) ?? [])
      : []
    return [{ record, theme, mentions, measured }]
  })
}

const conclusiveOf = (cells: readonly Pick<Cell, 'region' | 'conclusive'>[]): ReadonlySet<string | null> =>
  new Set(cells.filter(({ conclusive }) => conclusive).map(({ region }) => region))

const corrected = ({ weighty, gap }: Measured): number => (weighty ? gap.p : 1)

function graded(measured: Measured, kept: number): Gap {
  if (!measured.signal) return measured.gap
  return { ...measured.gap, grade: corrected(measured) <= kept ? 'supported' : 'signal' }
}

function readingOf({ record, theme, mentions, measured }: ThemeRecord, kept: number, thresholds: Thresholds): Reading {
  const cells = cellsOf(record.sections, theme, mentions, thresholds)
  const gaps = measured.map((gap) => graded(gap, kept))
  const conclusive = cells.filter((cell) => cell.conclusive).length
  // An inactive region where nobody spoke is no part of the consultation, and lacks nothing.
  const groups = record.sections.filter(({ state, n }) => state !== 'inactive' || n > 0).length
  const kind = kindOf({ mentions, cells, gaps, groups }, thresholds)
  const supporting = holding(mentions, theme, 'supports')
  const isOne = kind === 'trend'
  return {
    axis: record.axis,
    theme,
    kind,
    cells,
    present: cells.filter((cell) => cell.present).length,
    conclusive,
    withoutData: groups - conclusive,
    voices: supporting.length,
    persons: distinct(supporting, 'person'),
    organisations: distinct(supporting, 'organisation'),
    opposing: holding(mentions, theme, 'opposes').length,
    contested: isOne && isContested(cells, thresholds),
    toConsolidate: isOne && restsOnTooFew({ record, theme, mentions, cells, groups }, thresholds),
    gaps,
    specificTo: standingOut(gaps).map(({ region }) => region),
    notRecordedIn: isOne ? notRecordedIn(record, theme, mentions) : [],
  }
}

const standingOut = (gaps: readonly Gap[]): readonly Gap[] => gaps.filter(({ grade }) => grade !== 'none')

interface Findings extends Pick<ThemeRecord, 'mentions'>, Pick<Reading, 'cells' | 'gaps'> {
  readonly groups: number
}

/** The first that applies: every theme gets a reading, and only one. */
function kindOf({ mentions, cells, gaps, groups }: Findings, thresholds: Thresholds): ReadingKind {
  const conclusive = conclusiveOf(cells)
  if (!mentions.some(({ region }) => conclusive.has(region))) return 'inconclusive'
  if (isDivergence(cells, thresholds)) return 'divergence'
  if (isTrend(cells, groups, thresholds)) return 'trend'
  const [first, ...others] = standingOut(gaps)
  if (first !== undefined)
    return others.length > 0 ? 'shared' : first.grade === 'supported' ? 'supported-specificity' : 'signal'
  return mentions.length === 1 || distinct(mentions, 'organisation') === 1 ? 'once' : 'raised'
}
