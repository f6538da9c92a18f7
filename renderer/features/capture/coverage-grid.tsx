import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { coverage } from '#shared/evidence/coverage.ts'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Region, Session } from '#shared/model/record.ts'
import { useStanding, useWorkspace } from '../../state/use-workspace.ts'
import { SectionMark, toShape } from '../../ui/section-mark.tsx'
import { useLanguage } from '../../state/use-words.ts'
import { useCapture } from './capture-store.ts'
import { shortLabel } from './labels.ts'
import { NEEDED, regionToHear } from './region-to-hear.ts'
import { useAxes } from './use-programme.ts'

/** Voices heard on an axis, by region; counted after the page has been drawn, since typing comes first. */
function useVoices(axis: string | null): Readonly<Record<string, number | null>> {
  const records = useDeferredValue(useWorkspace().records)
  const byAxis = useMemo(() => coverage(evidenceInput(records.values())), [records])
  return axis === null ? {} : (byAxis[axis] ?? {})
}

function Place({ region, count }: { region: Region; count: number | null }) {
  const { t } = useTranslation('capture')
  const section = labelOf(region, useLanguage())
  const words = count === null ? t('coverage.noData', { section }) : t('coverage.place', { section, count })
  return (
    <li>
      <SectionMark shape={toShape(region.f.shape)} variant={count !== null && count >= NEEDED ? 'filled' : 'dotted'} />
      <span aria-hidden>
        <span className="quiet">{region.f.code}</span> <b className="figures">{count ?? '–'}</b>
      </span>
      <span className="visually-hidden">{words}</span>
    </li>
  )
}

/** How many people of each section were heard on the current axis: always the same places in the same order. */
export function CoverageGrid({ session }: { session: Session }) {
  const { t } = useTranslation('capture')
  const [axes, regions, language] = [useAxes(), useStanding('region'), useLanguage()]
  const current = useCapture((state) => state.line.axis)
  const voices = useVoices(current)
  const at = axes.findIndex(({ id }) => id === current)
  if (at === -1 || regions.length === 0) return null
  const next = regionToHear(voices, session.f.region)
  const section = shortLabel(
    regions.find(({ id }) => id === next?.region),
    language,
  )
  return (
    <section aria-labelledby="capture-coverage">
      <h2 id="capture-coverage">{t('coverage.title', { axis: at + 1 })}</h2>
      <ul className="coverage-grid">
        {regions.map((region) => (
          <Place key={region.id} region={region} count={voices[region.id] ?? null} />
        ))}
      </ul>
      <p className="coverage-legend">
        <bdi>
          {t('coverage.legend', { count: NEEDED })} {next && t('coverage.missing', { count: next.missing, section })}
        </bdi>
      </p>
    </section>
  )
}
