import { IconEyeOff, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useShell } from '../../app/shell-model.ts'
import { useSharedScreen } from '../../state/shared-screen.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { Clock } from './clock.tsx'
import { RoleChip } from './role-chip.tsx'

function useDetail({ f }: Session): string {
  const [language, words] = [useLanguage(), useListWords()]
  const times = f.start === undefined ? undefined : f.end === undefined ? f.start : `${f.start} – ${f.end}`
  const day = f.date === undefined ? undefined : formatDay(f.date, language)
  return [day, times, f.mode === undefined ? undefined : words('mode', f.mode)].filter(Boolean).join(', ')
}

/** Said as long as it holds: nobody must wonder whether the room reads names. */
function NamesHidden() {
  const { t } = useTranslation('voices')
  const hidden = useSharedScreen((state) => state.hidden)
  if (!hidden) return null
  return (
    <Badge tone="warn">
      <span className="row">
        <IconEyeOff size={14} aria-hidden />
        {t('shared.on')}
      </span>
    </Badge>
  )
}

function CloseButton() {
  const { t } = useTranslation('closing')
  const { goTo } = useShell()
  return (
    <Button keys={KEYMAP.global.closeSession} onClick={() => goTo('closing')}>
      {t('ask')}
    </Button>
  )
}

/** Which session this is, what this rapporteur is there for, and what time it is in the room. */
export function CaptureHead({ session, onEdit }: { session: Session; onEdit: () => void }) {
  const { t } = useTranslation('capture')
  const language = useLanguage()
  return (
    <ViewHead title={labelOf(session, language)} detail={useDetail(session)}>
      <IconButton label={t('head.edit')} icon={<IconPencil size={16} aria-hidden />} onClick={onEdit} />
      <span className="grow" />
      <NamesHidden />
      <RoleChip />
      <CloseButton />
      <Clock key={session.id} session={session} />
    </ViewHead>
  )
}
