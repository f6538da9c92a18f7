import './dashboard.css'
import { IconPrinter } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { useShell } from '../../app/shell-model.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { ChronologyCard } from './chronology-card.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { showFailure, useDashboard } from './dashboard-store.ts'
import { ParticipationCard } from './participation-card.tsx'
import { participation } from './participation.ts'
import { SectionsCard } from './sections-card.tsx'
import { silentSections, standings } from './standings.ts'
import { TasksCard } from './tasks-card.tsx'
import { tasks } from './to-do.ts'
import { useImports } from './use-imports.ts'
import { useRegions } from './use-programme.ts'

/** The day on the calendar of the wall, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function Head({ day }: { day: string }) {
  const { t } = useTranslation(['dashboard', 'common'])
  const { role } = useShell()
  return (
    <ViewHead
      title={t('title', { context: role })}
      detail={<time dateTime={day}>{formatDay(day, useLanguage(), 'full')}</time>}
    >
      <span className="grow" />
      <Button icon={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {t('common:print')}
      </Button>
    </ViewHead>
  )
}

function useStandings() {
  const records = useDeferredValue(useWorkspace().records)
  const [regions, imports] = [useRegions(), useImports()]
  return useMemo(() => {
    const all = standings(records, regions, imports)
    return { records, all, tasks: tasks(records, silentSections(all)), participation: participation(records) }
  }, [records, regions, imports])
}

/** The whole process at a glance: what was recorded where, who stands where, what is left to do. */
export function DashboardView() {
  const { t } = useTranslation('dashboard')
  const known = useStandings()
  const failure = useDashboard((state) => state.failure)
  const sections = useRef<HTMLDivElement>(null)
  const [day] = useState(today)
  const showSections = (): void => {
    sections.current?.scrollIntoView({ block: 'nearest' })
    sections.current?.querySelector('button')?.focus()
  }
  return (
    <>
      <Head day={day} />
      <div className="panes">
        <section className="pane dashboard" data-pane aria-label={t('label')} tabIndex={-1}>
          <div className="dashboard-main">
            {failure && <FailureNotice failure={failure} onDismiss={() => showFailure(null)} />}
            <CoverageCard records={known.records} />
            {known.all.length > 1 && (
              <div ref={sections}>
                <SectionsCard standings={known.all} />
              </div>
            )}
            <ChronologyCard today={day} />
          </div>
          <div className="dashboard-side">
            <TasksCard tasks={known.tasks} onShowSections={showSections} />
            <ParticipationCard participation={known.participation} />
          </div>
        </section>
      </div>
    </>
  )
}
