import { IconAlertTriangle, IconCircleCheck, IconFileAlert, IconShieldLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useShell } from '../../app/shell-model.ts'
import { askForNotes, type NotesAsked } from '../../state/notes-asked.ts'
import { Button } from '../../ui/button.tsx'
import { Rail } from '../../ui/rail.tsx'
import type { Check, CheckId } from './checks.ts'
import type { PlanEntry } from './plan.ts'

const ICONS = {
  unsettled: IconAlertTriangle,
  speakers: IconAlertTriangle,
  themes: IconAlertTriangle,
  quotes: IconAlertTriangle,
  outputs: IconAlertTriangle,
  withheld: IconShieldLock,
  empty: IconFileAlert,
} as const satisfies Readonly<Record<CheckId, unknown>>

interface ChecksRailProps {
  /** The session that the document is about, where it is about one. */
  session: string | undefined
  checks: readonly Check[]
  onConfirmOutputs: () => void
  onJump: (entry: PlanEntry) => void
}

function useWays({ session, onConfirmOutputs, onJump }: Omit<ChecksRailProps, 'checks'>) {
  const { goTo } = useShell()
  const showNotes = (notes: NotesAsked): void => {
    askForNotes({ ...notes, ...(session !== undefined && { session }) })
    goTo('review')
  }
  return (check: Check): (() => void) => {
    switch (check.id) {
      case 'unsettled':
        return () => goTo('merge')
      case 'speakers':
        return () => showNotes({ view: 'no-speaker' })
      case 'themes':
        return () => showNotes({ view: 'no-theme' })
      case 'quotes':
        return () => showNotes({ view: 'quotes' })
      case 'outputs':
        return onConfirmOutputs
      case 'withheld':
        return () => showNotes({ view: 'protected' })
      case 'empty':
        return () => check.parts[0] && onJump(check.parts[0])
    }
  }
}

/** What to look at before the document leaves. Nothing here forbids the export: the rule is held without it. */
export function ChecksRail({ checks, ...ways }: ChecksRailProps) {
  const { t } = useTranslation('report')
  const wayOf = useWays(ways)
  return (
    <Rail side="end" label={t('checks.title')} summary={t('checks.count', { count: checks.length })}>
      <h2>
        {t('checks.title')}
        <small>{t('checks.when')}</small>
      </h2>
      {checks.length === 0 ? (
        <p className="row ok">
          <IconCircleCheck size={16} aria-hidden />
          {t('checks.nothing')}
        </p>
      ) : (
        <ul className="report-checks">
          {checks.map((check) => {
            const Icon = ICONS[check.id]
            const isWarning = check.id !== 'withheld' && check.id !== 'empty'
            return (
              <li key={check.id}>
                <Icon size={16} aria-hidden className={isWarning ? 'warn' : 'quiet'} />
                <span>
                  <bdi>{t(`checks.${check.id}`, { count: check.count })}</bdi>
                  <small>
                    <bdi>{t(`checks.means.${check.id}`, { part: check.parts[0]?.text ?? '' })}</bdi>
                  </small>
                </span>
                <Button size="small" aria-label={t(`checks.open.${check.id}`)} onClick={wayOf(check)}>
                  {t(`checks.do.${check.id}`)}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </Rail>
  )
}
