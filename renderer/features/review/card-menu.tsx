import { IconDots, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { useLanguage } from '../../state/use-words.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import type { BoardCard } from './board.ts'
import { RegionName } from './region-name.tsx'
import { openInList } from './review-store.ts'
import { useRegions } from './use-programme.ts'
import type { Decisions } from './use-decisions.ts'

export interface CardMenuProps {
  card: BoardCard
  axis: string
  title: string
  decisions: Decisions
  onDescribe: () => void
}

/** Sections that raised the theme, and those it was classified for. */
function useSectionsOf({ reading, regions, tag }: BoardCard) {
  const raised = new Set(reading?.cells.filter(({ x }) => x > 0).map(({ region }) => region))
  return useRegions().filter(({ id }) => raised.has(id) || (tag !== null && regions.includes(id)))
}

export function CardMenu({ card, axis, title, decisions, onDescribe }: CardMenuProps) {
  const { t } = useTranslation(['review', 'common'])
  const language = useLanguage()
  const { tag } = card
  const sections = useSectionsOf(card)
  const entries: MenuEntry[] = [
    { id: 'as', heading: t('board.classify') },
    {
      id: 'trend',
      label: t('common:scopeLong.trend'),
      icon: <IconWorld size={16} aria-hidden />,
      disabled: tag?.f.scope === 'trend',
      onSelect: () => void decisions.classify(card, 'trend'),
    },
    ...(sections.length > 0 ? [{ id: 'of', heading: t('board.specificityOf') }] : []),
    ...sections.map((region) => ({
      id: region.id,
      label: labelOf(region, language),
      icon: <RegionName region={region.id} mark />,
      disabled: tag?.f.scope === 'specificity' && card.regions.length === 1 && card.regions.includes(region.id),
      onSelect: () => void decisions.classify(card, 'specificity', region.id),
    })),
    { id: 'line', divider: true },
    { id: 'notes', label: t('board.seeNotes'), onSelect: () => openInList({ axis, theme: card.themes[0] ?? null }) },
    ...(tag === null
      ? []
      : [
          { id: 'describe', label: t('board.describe'), onSelect: onDescribe },
          {
            id: 'withdraw',
            label: t('board.withdraw'),
            danger: true,
            onSelect: () => void decisions.withdraw(card),
          },
        ]),
  ]
  return (
    <Menu
      trigger={<IconButton label={t('board.menu', { title })} icon={<IconDots size={16} aria-hidden />} />}
      entries={entries}
    />
  )
}
