import { IconUserEdit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Menu } from '../../ui/menu.tsx'
import { setLine, useCapture } from './capture-store.ts'

const WORKSHOPS = Array.from({ length: 9 }, (_, index) => `workshop-${index + 1}`)
const ROLES = ['hall', 'chat', 'quotes', ...WORKSHOPS]

const choose = (takenAs: string | null): void => setLine({ takenAs, channel: null, kind: null })

/** What this rapporteur is there for in the session, beside others; it presets the channel or the kind of the notes to come. */
export function RoleChip() {
  const { t } = useTranslation('capture')
  const role = useCapture((state) => state.line.takenAs)
  const words = (id: string | null): string => {
    if (id === null) return t('role.none')
    const [, number] = id.split('-')
    return number === undefined ? t(`role.${id}` as 'role.hall') : t('role.workshop', { number })
  }
  return (
    <Menu
      trigger={
        <button type="button" className="chip chip-button" data-set={role !== null}>
          <span>
            <IconUserEdit size={14} aria-hidden />
            <span className="visually-hidden">{t('role.label')} </span>
            {words(role)}
          </span>
        </button>
      }
      entries={[
        { id: 'role', heading: t('role.label') },
        ...[null, ...ROLES].map((id) => ({ id: id ?? 'none', label: words(id), onSelect: () => choose(id) })),
      ]}
    />
  )
}
