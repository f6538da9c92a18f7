import './near-duplicates.css'
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../../state/use-workspace.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { SHOWN, showFirst, showPairs, showSession, useDuplicates } from './duplicates-store.ts'
import { PairList } from './pair-list.tsx'
import { BETWEEN, type Pairs, rowsOf, waitingIn } from './rows.ts'
import { searchAgain } from './search.ts'
import { usePairs } from './use-near-duplicate-count.ts'
import { useSessionChoices } from './use-session-choices.ts'
import { type Takers, useTakers } from './use-takers.ts'

function Searching() {
  const { t } = useTranslation('duplicates')
  const { job, failure } = useDuplicates()
  return (
    <>
      {job && (
        <Progress
          label={t('search.label')}
          {...(job.share > 0 ? { done: Math.round(job.share * 100), total: 100 } : {})}
          onCancel={job.cancel}
        />
      )}
      {failure && (
        <FailureNotice failure={failure} action={<Button onClick={searchAgain}>{t('search.again')}</Button>} />
      )}
    </>
  )
}

/** Whose notes stand in each column; the first may be chosen where there are several. */
function Columns({ takers }: { takers: Takers }) {
  const { t } = useTranslation('duplicates')
  const { places, first, nameOf } = takers
  const others = places.filter((place) => place !== first)
  const [only] = others
  return (
    <div className="dup-columns">
      {places.length > 1 ? (
        <SelectField
          label={t('column.first')}
          value={String(first)}
          choices={places.map((place) => ({ value: String(place), label: nameOf(place) }))}
          onChange={(place) => place !== null && showFirst(Number(place))}
        />
      ) : (
        <b>{first === null ? t('taker.unknown') : nameOf(first)}</b>
      )}
      <b>
        <bdi>{only === undefined ? t('column.again') : others.length === 1 ? nameOf(only) : t('column.others')}</bdi>
      </b>
    </div>
  )
}

function Session({ pairs }: { pairs: Pairs }) {
  const { t } = useTranslation('duplicates')
  const { records } = useWorkspace()
  const { session: asked, shown } = useDuplicates()
  const waiting = useMemo(() => waitingIn(records, pairs), [records, pairs])
  const choices = useSessionChoices(waiting)
  const session = asked ?? choices[0]?.value ?? BETWEEN
  const takers = useTakers(records, session)
  const { isFirst } = takers
  const rows = useMemo(
    () => rowsOf(records, pairs, { session, shown, isFirst }),
    // `isFirst` says the same as long as the first column and what was found do.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
    [records, pairs, session, shown, takers.first],
  )
  return (
    <>
      <div className="dup-choices">
        <SelectField label={t('session.label')} value={session} choices={choices} onChange={showSession} />
        <Segmented
          label={t('shown.label')}
          value={shown}
          segments={SHOWN.map((value) => ({
            value,
            label: t(`shown.${value}`),
            disabled: value === 'all' && session === BETWEEN,
          }))}
          onChange={showPairs}
        />
      </div>
      {session !== BETWEEN && rows.length > 0 && <Columns takers={takers} />}
      {rows.length === 0 ? (
        <p className="merge-note ok">
          <IconCircleCheck size={16} aria-hidden />
          <span>{t(`list.none.${shown}`)}</span>
        </p>
      ) : (
        <PairList rows={rows} session={session} takers={takers} />
      )}
    </>
  )
}

/** Notes of one session side by side on its clock: those that may be of one intervention are linked, or said not to be. */
export function NearDuplicatesPane() {
  const { t } = useTranslation('duplicates')
  const pairs = usePairs()
  return (
    <section className="pane merge-standing dup" data-pane tabIndex={-1} aria-label={t('title')}>
      <div className="row merge-heading">
        <h2>{t('title')}</h2>
        {pairs !== null && (
          <small>
            <bdi>{t('count', { count: pairs.proposed.length })}</bdi>
          </small>
        )}
        <span className="grow" />
        <Button size="small" icon={<IconRefresh size={16} aria-hidden />} onClick={searchAgain}>
          {t('search.again')}
        </Button>
      </div>
      <p className="quiet">{t('explain')}</p>
      <Searching />
      {pairs !== null && <Session pairs={pairs} />}
    </section>
  )
}
