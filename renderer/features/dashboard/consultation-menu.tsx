import {
  IconChevronDown,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { CONSULTATION_STATES } from '#shared/model/kinds.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Region } from '#shared/model/record.ts'
import { edit } from '../../state/edits.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { Menu } from '../../ui/menu.tsx'
import { showFailure } from './dashboard-store.ts'

type State = (typeof CONSULTATION_STATES)[number]

const ICONS = {
  'to-confirm': IconCircleDashed,
  confirmed: IconCircle,
  held: IconCircleCheck,
  'not-held': IconCircleX,
  inactive: IconCircleMinus,
} as const satisfies Readonly<Record<State, unknown>>

function StateIcon({ state }: { state: State }) {
  const Icon = ICONS[state]
  return <Icon size={16} aria-hidden className={state === 'held' ? 'ok' : 'quiet'} />
}

async function save(region: string, state: State): Promise<void> {
  const saved = await edit({ type: 'record.save', kind: 'region', record: region, set: { state } })
  showFailure(saved.ok ? null : saved.failure)
}

/** The state of a section's own consultation, and the choice of another. */
export function ConsultationMenu({ region }: { region: Region }) {
  const { t } = useTranslation('dashboard')
  const [language, words] = [useLanguage(), useListWords()]
  const state = region.f.state ?? 'to-confirm'
  const said = words('consultationState', state)
  const { date } = region.f
  const shown = state === 'held' && date !== undefined ? `${said}, ${formatDay(date, language)}` : said
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="button dashboard-consultation"
          data-look="quiet"
          data-size="small"
          aria-label={t('sections.change', { section: labelOf(region, language), state: shown })}
        >
          <StateIcon state={state} />
          <span className="dashboard-state">{shown}</span>
          <IconChevronDown size={12} aria-hidden className="quiet" />
        </button>
      }
      entries={CONSULTATION_STATES.map((id) => ({
        id,
        label: words('consultationState', id),
        icon: <StateIcon state={id} />,
        onSelect: () => void save(region.id, id),
      }))}
    />
  )
}
