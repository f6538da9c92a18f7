import {
  IconAlertTriangle,
  IconArrowsSplit,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconScale,
  IconSparkles,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Reading } from '#shared/evidence/evidence.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { type Answer, gapOf, presentElsewhere } from './answer.ts'
import { RegionName } from './region-name.tsx'

const ICONS: Readonly<Record<Answer, typeof IconCircleCheck>> = {
  trend: IconSparkles,
  supported: IconCircleCheck,
  signal: IconSparkles,
  shared: IconCircleCheck,
  accent: IconArrowsSplit,
  elsewhere: IconArrowsSplit,
  consolidate: IconAlertTriangle,
  contested: IconScale,
  justify: IconAlertTriangle,
  judgement: IconCircleDashed,
  divergence: IconScale,
  once: IconCircleDot,
  raised: IconCircleDot,
  inconclusive: IconCircleDashed,
}

const TONES: Readonly<Partial<Record<Answer, 'ok' | 'warn' | 'accent'>>> = {
  supported: 'ok',
  shared: 'ok',
  signal: 'accent',
  trend: 'accent',
  elsewhere: 'warn',
  consolidate: 'warn',
  justify: 'warn',
}

/** The counts behind an answer, in one phrase: « 7 sur 9, contre 3 sur 39 ailleurs ». */
export function useReadingDetail(): (
  reading: Reading | undefined,
  answer: Answer,
  regions: readonly string[],
) => string {
  const { t } = useTranslation('review')
  const { records } = useWorkspace()
  const language = useLanguage()
  return (reading, answer, regions) => {
    if (reading === undefined || answer === 'elsewhere') return ''
    const gap = gapOf(reading, regions[0])
    if (gap !== undefined && answer !== 'consolidate' && answer !== 'contested') {
      const section = shortLabel(records.get(gap.region), language)
      return t('detail.gap', { ...gap, section })
    }
    if (reading.kind === 'trend' || answer === 'justify' || answer === 'judgement') {
      const { present: count, conclusive, withoutData } = reading
      const said = t('detail.presence', { count, conclusive })
      return withoutData === 0 ? said : t('detail.withoutData', { said, count: withoutData })
    }
    const { voices, organisations } = reading
    if (answer === 'divergence') return t('detail.positions', { supporting: voices, opposing: reading.opposing })
    return t('detail.counts', {
      persons: t('figure.voices', { count: voices }),
      organisations: t('figure.organisations', { count: organisations }),
    })
  }
}

export interface ReadingLineProps {
  reading: Reading | undefined
  answer: Answer
  /** The sections that it is about. */
  regions: readonly string[]
}

/** What the data answer: an icon, a word, then the counts it rests on. */
export function ReadingLine({ reading, answer, regions }: ReadingLineProps) {
  const { t } = useTranslation('review')
  const detail = useReadingDetail()(reading, answer, regions)
  const Icon = ICONS[answer]
  const others = answer === 'elsewhere' && reading ? presentElsewhere(reading, regions) : []
  return (
    <p className="reading-line">
      {regions.map((region) => (
        <RegionName key={region} region={region} />
      ))}
      <b data-tone={TONES[answer]}>
        <Icon size={14} aria-hidden />
        <span className="sentence">{t(`answer.${answer}`)}</span>
      </b>
      {others.map((region) => (
        <RegionName key={region} region={region} mark />
      ))}
      {detail !== '' && <bdi>{detail}</bdi>}
    </p>
  )
}
