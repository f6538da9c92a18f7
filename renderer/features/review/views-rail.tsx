import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { KEYMAP } from '../../app/keymap.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Rail, useNarrow } from '../../ui/rail.tsx'
import { RegionName } from './region-name.tsx'
import type { ReviewEntry } from './review-entry.ts'
import { countByRegion, countByView, VIEWS } from './review-filter.ts'
import { setFilter, useReview } from './review-store.ts'
import { useRegions } from './use-programme.ts'

function Views({ entries }: { entries: readonly ReviewEntry[] }) {
  const { t } = useTranslation('review')
  const filter = useReview((state) => state.filter)
  const counts = useMemo(() => countByView(entries, filter), [entries, filter])
  return (
    <section aria-labelledby="review-views">
      <h2 id="review-views">{t('view.title')}</h2>
      <ul>
        {VIEWS.filter((view) => view !== 'unsettled' || counts.unsettled > 0 || filter.view === view).map((view) => (
          <li key={view}>
            <button
              type="button"
              className="review-view"
              aria-current={filter.view === view ? 'true' : undefined}
              onClick={() => setFilter({ view })}
            >
              <span>{t(`view.${view}`)}</span>
              <span className="figures">{counts[view]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sections({ entries }: { entries: readonly ReviewEntry[] }) {
  const { t } = useTranslation('review')
  const filter = useReview((state) => state.filter)
  const regions = useRegions()
  const counts = useMemo(() => countByRegion(entries, filter), [entries, filter])
  const shown = regions.filter(({ id }) => counts.has(id) || filter.region === id)
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="review-sections">
      <h2 id="review-sections">{t('sections')}</h2>
      <ul>
        {shown.map(({ id }) => (
          <li key={id}>
            <button
              type="button"
              className="review-view"
              aria-pressed={filter.region === id}
              onClick={() => setFilter({ region: filter.region === id ? null : id })}
            >
              <RegionName region={id} />
              <span className="figures">{counts.get(id) ?? 0}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Keys() {
  const { t } = useTranslation('review')
  const { next, previous, select, edit } = KEYMAP.review
  return (
    <section aria-labelledby="review-keys">
      <h2 id="review-keys">{t('keys.title')}</h2>
      <ul className="review-keys">
        <li>
          <Kbd keys={next} /> <Kbd keys={previous} /> {t('keys.move')}
        </li>
        <li>
          <Kbd keys={select} /> {t('keys.select')}
        </li>
        <li>
          <Kbd keys={edit} /> {t('keys.edit')}
        </li>
      </ul>
    </section>
  )
}

/** What is left to do, with how many notes each, on the filtered set. */
export function ViewsRail({ entries, count }: { entries: readonly ReviewEntry[]; count: number }) {
  const { t } = useTranslation('review')
  const view = useReview((state) => state.filter.view)
  return (
    <Rail side="start" label={t('view.rail')} summary={t('view.summary', { view: t(`view.${view}`), count })}>
      <Views entries={entries} />
      <Sections entries={entries} />
      {!useNarrow() && <Keys />}
    </Rail>
  )
}
