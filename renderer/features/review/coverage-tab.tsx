import { IconBan, IconCircleCheck, IconCircleDashed, IconCircleOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { coverage } from '#shared/evidence/coverage.ts'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { THRESHOLDS } from '#shared/evidence/thresholds.ts'
import { CONSULTATION_STATES } from '#shared/model/kinds.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Region } from '#shared/model/record.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/field.tsx'
import { HeatTable } from '../../ui/heat-table.tsx'
import { Table } from '../../ui/table.tsx'
import { RegionName } from './region-name.tsx'
import { openInList } from './review-store.ts'
import { useActs } from './use-acts.ts'
import { useAxes, useRegions } from './use-programme.ts'

type State = (typeof CONSULTATION_STATES)[number]
type Counts = Readonly<Record<string, Readonly<Record<string, number | null>>>>

const STATE_ICONS = {
  'to-confirm': IconCircleDashed,
  confirmed: IconCircleDashed,
  held: IconCircleCheck,
  'not-held': IconBan,
  inactive: IconCircleOff,
} as const satisfies Record<State, unknown>

const stateOf = ({ f }: Region): State => f.state ?? 'to-confirm'

function StateMark({ state }: { state: State }) {
  const words = useListWords()
  const Icon = STATE_ICONS[state]
  return (
    <span className="coverage-state" data-state={state}>
      <Icon size={14} aria-hidden />
      <span>{words('consultationState', state)}</span>
    </span>
  )
}

function Heat({ counts }: { counts: Counts }) {
  const { t } = useTranslation('review')
  const [axes, regions, language, words] = [useAxes(), useRegions(), useLanguage(), useListWords()]
  const valueOf = (axis: string, region: string) => {
    const count = counts[axis]?.[region] ?? null
    return count === null ? undefined : { count, low: count < THRESHOLDS.conclusiveVoices }
  }
  return (
    <HeatTable
      caption={t('coverage.caption')}
      rowsLabel={t('part.axis')}
      rows={axes.map((axis, index) => ({ id: axis.id, label: `${index + 1} ${shortLabel(axis, language)}` }))}
      columns={regions.map((region) => ({
        id: region.id,
        label: `${labelOf(region, language)}, ${words('consultationState', stateOf(region))}`,
        shown: (
          <span className="coverage-heading">
            <span className="coverage-name">
              <RegionName region={region.id} />
            </span>
            <span className="coverage-code" aria-hidden>
              <RegionName region={region.id} mark />
              {region.f.code}
            </span>
            <StateMark state={stateOf(region)} />
          </span>
        ),
      }))}
      valueOf={valueOf}
      onOpen={(axis, region) => openInList({ axis, region })}
      total={{
        label: t('coverage.total'),
        of: (axis) => regions.reduce((sum, { id }) => sum + (counts[axis]?.[id] ?? 0), 0),
      }}
    />
  )
}

function StateChoice({ region }: { region: Region }) {
  const { t } = useTranslation('review')
  const [language, words] = [useLanguage(), useListWords()]
  const { act } = useActs()
  return (
    <SelectField
      label={<span className="visually-hidden">{t('coverage.stateOf', { section: labelOf(region, language) })}</span>}
      value={stateOf(region)}
      choices={CONSULTATION_STATES.map((value) => ({ value, label: words('consultationState', value) }))}
      onChange={(state) =>
        state !== null && void act({ type: 'record.save', kind: 'region', record: region.id, set: { state } })
      }
    />
  )
}

const stateChoice = (region: Region) => <StateChoice region={region} />
const regionName = ({ id }: Region) => <RegionName region={id} />

function States({ counts }: { counts: Counts }) {
  const { t } = useTranslation('review')
  const [axes, regions] = [useAxes(), useRegions()]
  const voices = (region: string) => {
    const known = axes.map(({ id }) => counts[id]?.[region] ?? null).filter((count) => count !== null)
    return known.length === 0 ? '–' : known.reduce((sum, count) => sum + count, 0)
  }
  return (
    <Table<Region>
      caption={t('coverage.states')}
      keyOf={({ id }) => id}
      rows={regions}
      columns={[
        { id: 'region', header: t('part.region'), names: true, cell: regionName },
        { id: 'voices', header: t('coverage.voices'), numeric: true, cell: ({ id }) => voices(id) },
        { id: 'state', header: t('coverage.state'), cell: stateChoice },
      ]}
    />
  )
}

/** How many people of each section were heard on each axis, and whether its consultation was held. */
export function CoverageTab() {
  const { t } = useTranslation('review')
  const { records } = useWorkspace()
  const [axes, regions] = [useAxes(), useRegions()]
  const counts = useMemo(() => coverage(evidenceInput(records.values())), [records])
  if (axes.length === 0 || regions.length === 0) return <EmptyState title={t('coverage.empty')} />
  return (
    <section className="coverage-pane" data-pane tabIndex={-1} aria-label={t('tab.coverage')}>
      <section className="card coverage-card" aria-labelledby="coverage-heat">
        <h2 id="coverage-heat">{t('coverage.title')}</h2>
        <p className="quiet">{t('coverage.explain', { count: THRESHOLDS.conclusiveVoices })}</p>
        <div className="coverage-scroll" tabIndex={-1}>
          <Heat counts={counts} />
        </div>
      </section>
      <section className="card coverage-card" aria-labelledby="coverage-states">
        <h2 id="coverage-states">{t('coverage.states')}</h2>
        <p className="quiet">{t('coverage.statesHint')}</p>
        <States counts={counts} />
      </section>
    </section>
  )
}
