import '../review/note-panel.css'
import './closing.css'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShell } from '../../app/shell-model.ts'
import type { Session } from '#shared/model/record.ts'
import { closingOf } from '#shared/process/closing.ts'
import { useSessionAtHand } from '../../state/session-at-hand.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { Checklist } from './checklist.tsx'
import type { Asked } from './open-lines.ts'
import { SecondReading } from './second-reading.tsx'

function Closing({ session }: { session: Session }) {
  const { records } = useWorkspace()
  const [asked, ask] = useState<Asked | null>(null)
  const [left, leave] = useState<Asked | null>(null)
  const closing = useMemo(() => closingOf(records, session.id), [records, session.id])
  const back = () => {
    leave(asked)
    ask(null)
  }
  if (asked !== null) return <SecondReading session={session} asked={asked} onBack={back} />
  return <Checklist session={session} closing={closing} from={left} onRead={ask} />
}

function NoSession() {
  const { t } = useTranslation('closing')
  const { goTo } = useShell()
  return (
    <>
      <ViewHead title={t('title')} />
      <div className="panes">
        <section className="pane" data-pane aria-label={t('title')} tabIndex={-1}>
          <EmptyState
            title={t('noSession')}
            action={
              <Button look="primary" onClick={() => goTo('capture')}>
                {t('toCapture')}
              </Button>
            }
          />
        </section>
      </div>
    </>
  )
}

/** Closing a session: what is still open in it, a second reading of its notes, and its two pages. */
export function ClosingView() {
  const session = useSessionAtHand()
  return session === undefined ? <NoSession /> : <Closing key={session.id} session={session} />
}
