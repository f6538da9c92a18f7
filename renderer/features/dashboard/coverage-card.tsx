import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { THRESHOLDS } from '#shared/evidence/thresholds.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Records, Region } from '#shared/model/record.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type HeatHeading, HeatTable } from '../../ui/heat-table.tsx'
import { useNarrow } from '../../ui/rail.tsx'
import { SectionMark, toShape } from '../../ui/section-mark.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Card } from './card.tsx'
import { type CellCounts, cellCounts, heatValue, type Measure, MEASURES, OUTSIDE } from './cell-counts.ts'
import { useAxes, useRegions } from './use-programme.ts'
import { useShowNotes } from './use-show-notes.ts'

/** Three letters where there is no room for more. */
const sectionColumn = (region: Region, language: Language, narrow: boolean): HeatHeading => ({
  id: region.id,
  label: labelOf(region, language),
  shown: (
    <SectionMark shape={toShape(region.f.shape)} name={(narrow && region.f.code) || shortLabel(region, language)} />
  ),
})

function useHeadings(counts: CellCounts, measure: Measure) {
  const { t } = useTranslation('dashboard')
  const [axes, regions, language, narrow] = [useAxes(), useRegions(), useLanguage(), useNarrow()]
  const rows = axes.map((axis, index) => ({ id: axis.id, label: `${index + 1} ${shortLabel(axis, language)}` }))
  const isAnyOutside = axes.some(({ id }) => counts.of(measure, id, OUTSIDE) > 0)
  const outside = isAnyOutside ? [{ id: OUTSIDE, label: t('coverage.outside') }] : []
  return { rows, regions, columns: [...regions.map((region) => sectionColumn(region, language, narrow)), ...outside] }
}

function Legend() {
  const { t } = useTranslation('dashboard')
  return (
    <p className="dashboard-legend">
      <bdi>{t('coverage.low', { count: THRESHOLDS.conclusiveVoices })}</bdi>
      <span className="row">
        <i className="hatched" aria-hidden />
        {t('coverage.none')}
      </span>
      <bdi>{t('coverage.opens')}</bdi>
    </p>
  )
}

/** How much was recorded on each axis in each section; every number opens the notes that it rests on. */
export function CoverageCard({ records }: { records: Records }) {
  const { t } = useTranslation('dashboard')
  const [measure, setMeasure] = useState<Measure>('speakers')
  const counts = useMemo(() => cellCounts(records), [records])
  const { rows, regions, columns } = useHeadings(counts, measure)
  const showNotes = useShowNotes()
  const open = (axis: string, region: string): void =>
    showNotes({
      axis,
      ...(region === OUTSIDE ? {} : { region }),
      view: measure === 'recommendations' ? 'recommendations' : 'all',
    })
  return (
    <Card
      title={t('coverage.title')}
      detail={
        <Segmented
          label={t('coverage.measure')}
          value={measure}
          segments={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
          onChange={setMeasure}
        />
      }
    >
      {rows.length === 0 || columns.length === 0 ? (
        <EmptyState title={t('coverage.empty')} />
      ) : (
        <div className="dashboard-wide">
          <HeatTable
            caption={`${t('coverage.title')}, ${t(`measure.${measure}`)}`}
            rowsLabel={t('coverage.axis')}
            rows={rows}
            columns={columns}
            valueOf={(axis, column) =>
              heatValue(
                counts.of(measure, axis, column),
                regions.find(({ id }) => id === column),
              )
            }
            onOpen={open}
            total={{
              label: t('coverage.total'),
              of: (axis) => columns.reduce((sum, { id }) => sum + counts.of(measure, axis, id), 0),
            }}
          />
        </div>
      )}
      <Legend />
    </Card>
  )
}
