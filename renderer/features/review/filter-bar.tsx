import { IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { SCOPES } from '#shared/model/kinds.ts'
import { labelOf } from '#shared/model/label.ts'
import { NOTE_KINDS } from '#shared/process/lists.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useRecords, useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Choice, SelectField, TextField } from '../../ui/field.tsx'
import { useFilterWords } from './filter-words.ts'
import { activeParts, NO_FILTER, without } from './review-filter.ts'
import { setFilter, useReview } from './review-store.ts'
import { useAxes, useRegions, useThemes } from './use-programme.ts'

const CHOSEN_PARTS = ['axis', 'session', 'region', 'kind', 'scope', 'theme'] as const
type ChosenPart = (typeof CHOSEN_PARTS)[number]

function useChoices(): Readonly<Record<ChosenPart, readonly Choice[]>> {
  const { t } = useTranslation('common')
  const [axes, regions, themes, sessions] = [useAxes(), useRegions(), useThemes(), useRecords('session')]
  const [{ lists }, language, words] = [useWorkspace(), useLanguage(), useListWords()]
  return {
    axis: axes.map((axis) => ({ value: axis.id, label: shortLabel(axis, language) })),
    session: sessions.map((session) => ({
      value: session.id,
      label: [session.f.date === undefined ? '' : formatDay(session.f.date, language), labelOf(session, language)]
        .filter(Boolean)
        .join(', '),
    })),
    region: regions.map((region) => ({ value: region.id, label: labelOf(region, language) })),
    kind: (lists['noteKinds'] ?? NOTE_KINDS).map((value) => ({ value, label: words('noteKind', value) })),
    scope: SCOPES.map((value) => ({ value, label: t(`scope.${value}`) })),
    theme: themes.map((theme) => ({ value: theme.id, label: labelOf(theme, language) })),
  }
}

function FilterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['review', 'common'])
  const filter = useReview((state) => state.filter)
  const choices = useChoices()
  return (
    <Dialog
      opened
      title={t('filter.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => setFilter({ ...NO_FILTER, view: filter.view })}>{t('filter.none')}</Button>
          <Button look="primary" onClick={onClose}>
            {t('filter.done')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {CHOSEN_PARTS.map((part) => (
          <SelectField
            key={part}
            label={t(`part.${part}`)}
            value={filter[part]}
            choices={choices[part]}
            searchable
            clearable
            onChange={(value) => setFilter({ [part]: value })}
          />
        ))}
      </div>
    </Dialog>
  )
}

/** What narrows the list, as chips that go away one by one, and how many notes are left. */
export function FilterBar({ shown, total }: { shown: number; total: number }) {
  const { t } = useTranslation('review')
  const filter = useReview((state) => state.filter)
  const said = useFilterWords()
  const [asked, ask] = useState(false)
  const parts = activeParts(filter).filter((part) => part !== 'view' && part !== 'text')
  return (
    <section className="review-filters" aria-label={t('filter.label')}>
      {parts.map((part) => (
        <Chip
          key={part}
          set
          onRemove={() => setFilter(without(filter, part))}
          removeLabel={t('filter.drop', { what: said(filter, part) })}
        >
          {said(filter, part)}
        </Chip>
      ))}
      <Chip icon={<IconPlus size={14} aria-hidden />} onClick={() => ask(true)}>
        {t('filter.add')}
      </Chip>
      <span className="grow" />
      <output className="quiet">
        <bdi>{t('filter.count', { count: shown, total })}</bdi>
      </output>
      {asked && <FilterDialog onClose={() => ask(false)} />}
    </section>
  )
}

/** The search of the head of the screen. */
export function ReviewSearch() {
  const { t } = useTranslation('review')
  const text = useReview((state) => state.filter.text)
  return (
    <search className="review-search">
      <TextField
        type="search"
        label={<span className="visually-hidden">{t('filter.search')}</span>}
        placeholder={t('filter.search')}
        icon={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(value) => setFilter({ text: value })}
      />
      {text !== '' && (
        <button
          type="button"
          className="button icon-button"
          data-look="quiet"
          aria-label={t('filter.clearSearch')}
          onClick={() => setFilter({ text: '' })}
        >
          <IconX size={16} aria-hidden />
        </button>
      )}
    </search>
  )
}
