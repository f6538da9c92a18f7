import { IconTrash, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { STANCES } from '#shared/model/kinds.ts'
import { NOTE_KINDS } from '#shared/process/lists.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { ScopeIcon } from '../../ui/scope-mark.tsx'
import { chooseThemesOf, setSelection, useReview } from './review-store.ts'
import type { ReviewEntry } from './review-entry.ts'
import { pickNone, targetsOf } from './selection.ts'
import { bearingOf, themesBorneBy } from './theme-choices.ts'
import { useActs } from './use-acts.ts'
import { useAxes } from './use-programme.ts'

type BulkMenu = 'axis' | 'kind' | 'stance'

/** Opens a menu of the bar from the keyboard, as a click would. */
export const openBulkMenu = (menu: BulkMenu): void =>
  document.querySelector<HTMLElement>(`[data-bulk='${menu}']`)?.click()

function useEntriesOf(notes: readonly string[]): Readonly<Record<BulkMenu, readonly MenuEntry[]>> {
  const [axes, { lists }, words, language] = [useAxes(), useWorkspace(), useListWords(), useLanguage()]
  const { change } = useActs()
  return {
    axis: axes.map((axis, index) => ({
      id: axis.id,
      label: `${index + 1} ${shortLabel(axis, language)}`,
      onSelect: () => void change(notes, { set: { axis: axis.id } }),
    })),
    kind: (lists['noteKinds'] ?? NOTE_KINDS).map((kind) => ({
      id: kind,
      label: words('noteKind', kind),
      icon: <KindIcon kind={kind} />,
      onSelect: () => void change(notes, { set: { noteKind: kind } }),
    })),
    stance: [null, ...STANCES].map((stance) => ({
      id: stance ?? 'none',
      label: words('stance', stance ?? 'none'),
      onSelect: () => void change(notes, { set: { stance } }),
    })),
  }
}

const SHOWN_KEYS = { axis: KEYMAP.review.axis, kind: KEYMAP.review.kind, stance: KEYMAP.review.stance } as const

function BulkMenus({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation('review')
  const entries = useEntriesOf(notes)
  return (['axis', 'kind', 'stance'] as const).map((menu) => (
    <Menu
      key={menu}
      trigger={
        <Button data-bulk={menu} size="small">
          <span className="row">
            {t(`bulk.${menu}`)}
            <Kbd keys={SHOWN_KEYS[menu]} />
          </span>
        </Button>
      }
      entries={entries[menu]}
    />
  ))
}

const SCOPE_ORDER = ['trend', 'specificity', 'undecided'] as const

function ScopeButtons({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation(['review', 'common'])
  const { change } = useActs()
  return (
    <fieldset className="review-scopes">
      <legend className="visually-hidden">{t('panel.scope')}</legend>
      {SCOPE_ORDER.map((scope) => (
        <Button
          key={scope}
          size="small"
          icon={<ScopeIcon scope={scope} />}
          keys={KEYMAP.review[scope]}
          onClick={() => void change(notes, { set: { scope } })}
        >
          {t(`common:scope.${scope}`)}
        </Button>
      ))}
    </fieldset>
  )
}

/** What can be done to the picked notes, or else to the one where the keyboard is. */
export function BulkBar({ shown, ids }: { shown: readonly ReviewEntry[]; ids: readonly string[] }) {
  const { t } = useTranslation('review')
  const selection = useReview((state) => state.selection)
  const { remove } = useActs()
  const notes = targetsOf(selection, ids)
  const bearers = shown.filter(({ note }) => notes.includes(note.id)).map(({ note }) => note)
  const isMixed = themesBorneBy(bearers).some((theme) => bearingOf(bearers, theme) === 'some')
  const count = selection.picked.size
  if (notes.length === 0) return null
  return (
    <section className="view-foot review-bulk" data-picked={count > 0} aria-label={t('bulk.label')} data-pane>
      <b>
        <bdi>{count > 0 ? t('bulk.picked', { count }) : t('bulk.one')}</bdi>
      </b>
      <BulkMenus notes={notes} />
      <Button size="small" keys={KEYMAP.review.themes} onClick={() => chooseThemesOf(notes)}>
        {t('bulk.themes')} {isMixed && <Badge>{t('bulk.mixed')}</Badge>}
      </Button>
      <ScopeButtons notes={notes} />
      <IconButton
        label={t('bulk.remove', { count: notes.length })}
        keys={KEYMAP.review.remove}
        icon={<IconTrash size={16} aria-hidden />}
        onClick={() => void remove(notes)}
      />
      <span className="grow" />
      {count > 0 && (
        <IconButton
          label={t('bulk.none')}
          keys="Escape"
          icon={<IconX size={16} aria-hidden />}
          onClick={() => setSelection(pickNone)}
        />
      )}
    </section>
  )
}
