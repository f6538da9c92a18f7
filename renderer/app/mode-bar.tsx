import { IconArrowsJoin2, IconFileText, IconLayoutDashboard, IconListCheck, IconPencilPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CountBadge } from '../ui/badge.tsx'
import { type DestinationId, destinationsFor } from './navigation.ts'
import { useShell } from './shell-model.ts'

const ICONS = {
  capture: IconPencilPlus,
  review: IconListCheck,
  merge: IconArrowsJoin2,
  report: IconFileText,
  dashboard: IconLayoutDashboard,
} as const

/** Closing a session is a step of taking its notes. */
const isPartOf = (id: DestinationId, current: DestinationId): boolean => id === 'capture' && current === 'closing'

function Destination({ id }: { id: keyof typeof ICONS }) {
  const { t } = useTranslation('shell')
  const { current, badges, goTo } = useShell()
  const Icon = ICONS[id]
  const badge = badges[id]
  return (
    <li>
      <button
        type="button"
        aria-current={id === current ? 'page' : isPartOf(id, current) ? 'true' : undefined}
        onClick={() => goTo(id)}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
        <span>{t(`destination.${id}`)}</span>
        {badge && badge.count > 0 && <CountBadge {...badge} />}
      </button>
    </li>
  )
}

export function ModeBar() {
  const { t } = useTranslation('shell')
  const { role } = useShell()
  return (
    <nav className="modes" aria-label={t('destinations')} data-pane tabIndex={-1}>
      <ul>
        {destinationsFor(role).map((id) => (
          <Destination key={id} id={id} />
        ))}
      </ul>
    </nav>
  )
}
