import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { isKind, type Note } from '#shared/model/record.ts'
import { matches, normalise } from '#shared/search/normalise.ts'
import { newId } from '../../state/new-id.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { chooseThemesOf } from './review-store.ts'
import { asked, type Bearing, bearingOf, nextChoice, shownBearing, type ThemeChoices } from './theme-choices.ts'
import { useActs } from './use-acts.ts'
import { useThemes } from './use-programme.ts'

interface NewTheme {
  readonly id: string
  readonly label: string
}

interface ThemeBoxProps {
  label: string
  bearing: Bearing
  onChange: () => void
}

/** A box with three answers: on every note, on some of them, on none. */
function ThemeBox({ label, bearing, onChange }: ThemeBoxProps) {
  const { t } = useTranslation('review')
  return (
    <label className="theme-box" data-bearing={bearing}>
      <input
        type="checkbox"
        checked={bearing === 'all'}
        ref={(box) => {
          if (box) box.indeterminate = bearing === 'some'
        }}
        onChange={onChange}
      />
      <bdi>{label}</bdi>
      {bearing === 'some' && <small>{t('themes.some')}</small>}
    </label>
  )
}

function useChosenThemes(notes: readonly Note[]) {
  const [choices, setChoices] = useState<ThemeChoices>(new Map())
  const [created, setCreated] = useState<readonly NewTheme[]>([])
  const [search, setSearch] = useState('')
  const [themes, language] = [useThemes(), useLanguage()]
  const labelled = useMemo(
    () =>
      themes
        .map((theme) => ({ id: theme.id, label: labelOf(theme, language), bearing: bearingOf(notes, theme.id) }))
        .toSorted(
          (a, b) => Number(a.bearing === 'none') - Number(b.bearing === 'none') || a.label.localeCompare(b.label),
        ),
    [themes, language, notes],
  )
  const wanted = search.trim()
  const isNew = wanted !== '' && ![...labelled, ...created].some(({ label }) => normalise(label) === normalise(wanted))
  return {
    search,
    setSearch,
    choices,
    created,
    shown: labelled.filter(({ label }) => matches(wanted, label)),
    toggle: (id: string, bearing: Bearing) => setChoices((now) => nextChoice(now, id, bearing)),
    /** Makes a theme of what was typed; undefined when there is one by that name. */
    create: isNew
      ? () => {
          setCreated((now) => [...now, { id: newId(), label: wanted }])
          setSearch('')
        }
      : undefined,
    forget: (id: string) => setCreated((now) => now.filter((theme) => theme.id !== id)),
  }
}

function ThemeChooser({ notes, onClose }: { notes: readonly Note[]; onClose: () => void }) {
  const { t } = useTranslation(['review', 'common'])
  const { change } = useActs()
  const { search, setSearch, choices, created, shown, toggle, create, forget } = useChosenThemes(notes)
  const apply = async () => {
    const done = await change(
      notes.map(({ id }) => id),
      { addThemes: asked(choices, 'add'), removeThemes: asked(choices, 'remove'), newThemes: [...created] },
    )
    if (done) onClose()
  }
  const nothing = choices.size === 0 && created.length === 0
  return (
    <Dialog
      opened
      title={t('themes.title', { count: notes.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" disabled={nothing} onClick={() => void apply()}>
            {t('themes.apply')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={t('themes.search')}
          value={search}
          onChange={setSearch}
          icon={<IconSearch size={16} aria-hidden />}
        />
        {create && (
          <Button icon={<IconPlus size={16} aria-hidden />} onClick={create}>
            {t('themes.create', { label: search.trim() })}
          </Button>
        )}
        <fieldset className="theme-boxes">
          <legend className="visually-hidden">{t('themes.list')}</legend>
          {created.map(({ id, label }) => (
            <ThemeBox key={id} label={label} bearing="all" onChange={() => forget(id)} />
          ))}
          {shown.map(({ id, label, bearing }) => (
            <ThemeBox
              key={id}
              label={label}
              bearing={shownBearing(bearing, choices.get(id))}
              onChange={() => toggle(id, bearing)}
            />
          ))}
        </fieldset>
        <p className="quiet">{t('themes.hint')}</p>
      </div>
    </Dialog>
  )
}

/** Puts themes on notes and takes them off: those not spoken of stay as they are on each note. */
export function ThemeDialog({ notes }: { notes: readonly string[] }) {
  const { records } = useWorkspace()
  const found = useMemo(
    () =>
      notes.flatMap((id) => {
        const note = records.get(id)
        return note !== undefined && isKind(note, 'note') ? [note] : []
      }),
    [records, notes],
  )
  return <ThemeChooser notes={found} onClose={() => chooseThemesOf(null)} />
}
