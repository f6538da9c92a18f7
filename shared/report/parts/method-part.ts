import { QUANTIFIERS } from '../../evidence/quantifier.ts'
import { THRESHOLDS } from '../../evidence/thresholds.ts'
import { bullets } from '../blocks.ts'
import { runs, type Block } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'
import { decisionsPart } from './decisions-part.ts'
import { readingsPart } from './readings-part.ts'

/** How the counts were made and what they answer, as far as the consultation wants it printed. */
export function methodPart(context: ReportContext): readonly Block[] {
  const printsReadings = context.readings !== 'none'
  return [
    ...bullets(rules(context).map(runs)),
    ...(printsReadings ? [scale(context)] : []),
    ...(printsReadings && isWhole(context) ? readingsPart(context) : []),
    ...decisionsPart(context),
  ]
}

/** Readings compare the sections of a whole process or axis: a part of it has none of its own. */
const isWhole = ({ request: { type }, regions }: ReportContext): boolean =>
  (type === 'global' || type === 'thematic') && regions.length > 0

function rules(context: ReportContext): readonly string[] {
  const { t } = context
  const always = [t('document:rules.judgement'), t('document:rules.levels'), t('document:rules.unsettled')]
  if (context.readings === 'none' || !isWhole(context)) return always
  const { organisations } = THRESHOLDS
  const [part] = THRESHOLDS.trendShare
  return [
    ...always,
    t('document:rules.conclusive', { voices: THRESHOLDS.conclusiveVoices }),
    t('document:rules.present', { voices: THRESHOLDS.presentVoices, oneIn: THRESHOLDS.presentOneIn, organisations }),
    t('document:rules.trend', { regions: THRESHOLDS.trendRegions, part }),
    t('document:rules.specificity', {
      voices: THRESHOLDS.specificVoices,
      organisations,
      percent: THRESHOLDS.falseDiscoveryPercent,
    }),
    chance(context),
  ]
}

/** How much chance alone would find, where it was drawn. */
function chance({ t, chance, evidence: { comparisons } }: ReportContext): string {
  if (chance === null) return t('document:rules.comparisons', { comparisons })
  const { signals, supported, rounds } = chance
  return t('document:rules.chance', {
    comparisons,
    rounds,
    signals: Math.round(signals.mean * 10) / 10,
    signalsLow: signals.low,
    signalsHigh: signals.high,
    supported: Math.round(supported.mean * 10) / 10,
    supportedLow: supported.low,
    supportedHigh: supported.high,
  })
}

/** The words that stand for counts in the document, and when each is used. */
const scale = ({ t }: ReportContext): Block => ({
  type: 'table',
  caption: t('document:scale.caption'),
  header: [t('document:scale.words'), t('document:scale.rule')].map(runs),
  rows: QUANTIFIERS.map((word) => [t(`document:scale.${word}`), t(`document:scale.rules.${word}`)].map(runs)),
  widths: [40, 60],
  legend: t('document:scale.legend'),
  small: true,
})
