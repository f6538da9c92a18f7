import { IconAlertTriangle, IconCheck, IconCopyCheck, IconLoader2, IconLock, IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Moments are local times, as they are to be read. */
export type Saving =
  /** On disk; `at` is when the last writing reached it. */
  | { state: 'saved'; at: string }
  /** What was said to be done is saved; other words are on the screen, and a draft of them on disk since `kept`. */
  | { state: 'typing' | 'draft'; at: string; kept: string | null }
  | { state: 'saving' }
  /** The disk refuses. */
  | { state: 'unsaved'; since: string }
  /** The disk refuses; what it refused is in a copy made elsewhere. */
  | { state: 'elsewhere'; at: string }
  | { state: 'read-only' }
  /** Nothing is open. */
  | { state: 'nothing' }

const ICONS = {
  saved: IconCheck,
  typing: IconCheck,
  draft: IconCheck,
  saving: IconLoader2,
  unsaved: IconAlertTriangle,
  elsewhere: IconCopyCheck,
  'read-only': IconLock,
} as const

/** What is read out: the same while one types and saves, so that a reader hears only what changes. */
const SAID = {
  nothing: null,
  saved: 'saved',
  typing: 'saved',
  draft: 'saved',
  saving: 'saving',
  unsaved: 'unsaved',
  elsewhere: 'elsewhere',
  'read-only': 'readOnly',
} as const

function useShown(saving: Saving): ReactNode {
  const { t } = useTranslation()
  switch (saving.state) {
    case 'saved':
      return t('save.saved', { time: saving.at })
    case 'typing':
    case 'draft':
      return (
        <>
          {t('save.saved', { time: saving.at })}
          <span className="save-draft">
            <IconPencil size={14} aria-hidden />
            {saving.kept === null ? t('save.typing') : t('save.draft', { time: saving.kept })}
          </span>
        </>
      )
    case 'unsaved':
      return t('save.unsaved', { time: saving.since })
    case 'elsewhere':
      return t('save.elsewhere', { time: saving.at })
    case 'read-only':
      return t('save.readOnly')
    case 'saving':
      return t('save.saving')
    default:
      return ''
  }
}

/** Always at the same place. */
export function SaveState({ saving }: { saving: Saving }) {
  const { t } = useTranslation()
  const shown = useShown(saving)
  const said = SAID[saving.state]
  const Icon = saving.state === 'nothing' ? null : ICONS[saving.state]
  return (
    <span className="save-state" data-state={saving.state}>
      {Icon && <Icon size={14} aria-hidden />}
      <span>{shown}</span>
      <output className="visually-hidden">{said === null ? '' : t(`save.said.${said}`)}</output>
    </span>
  )
}
