import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { ConflictPane } from './conflict-pane.tsx'
import { casesOf, settledBy, standingConflicts } from './conflict-cases.ts'
import { LooseningsList } from './loosenings-list.tsx'
import { sortStanding, useMerge } from './merge-store.ts'
import type { Loosenings } from './use-loosenings.ts'
import { useOrigins } from './use-origins.ts'
import { useSettling } from './use-settling.ts'

/** Everything that stands side by side here, whatever brought it; what is chosen is written at once, as one step. */
export function StandingPane({ loosenings }: { loosenings: Loosenings }) {
  const { t } = useTranslation('settling')
  const { records } = useWorkspace()
  const sorting = useMerge((state) => state.standing)
  const found = useMemo(() => [...records.values()].filter(({ conflicts }) => conflicts !== undefined), [records])
  const origins = useOrigins(
    found.map(({ id }) => id),
    [],
  )
  const conflicts = useMemo(() => standingConflicts(records, [...origins.values()]), [records, origins])
  const cases = useMemo(() => casesOf(conflicts), [conflicts])
  const choices = settledBy(conflicts, sorting.choices)
  const { settle } = useSettling()
  const write = async () => {
    const done = await settle({ type: 'conflicts.settle', choices }, t('standing.done', { count: choices.length }))
    if (done) sortStanding(() => ({ choices: new Map() }))
  }
  return (
    <>
      <section className="pane merge-standing" data-pane tabIndex={-1} aria-label={t('inbox.conflicts')}>
        <div className="merge-cases">
          <ConflictPane {...{ cases, records, origins, sorting }} onSort={sortStanding} />
        </div>
        <LooseningsList loosenings={loosenings} />
      </section>
      {cases.length > 0 && (
        <div className="view-foot">
          <bdi className="quiet">{t('standing.explain')}</bdi>
          <span className="grow" />
          <Button look="primary" disabled={choices.length === 0} onClick={() => void write()}>
            {t('standing.write', { count: choices.length })}
          </Button>
        </div>
      )}
    </>
  )
}
