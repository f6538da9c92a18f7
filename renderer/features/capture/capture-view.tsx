import './capture.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { members, type Session } from '#shared/model/record.ts'
import { useIntent } from '../../state/intents.ts'
import { useCanWrite } from '../../state/save.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { AttachmentDialog } from '../attachments/attachment-dialog.tsx'
import { AxisForm } from '../records/axis-form.tsx'
import { SessionForm } from '../records/session-form.tsx'
import { SlotForm } from '../records/slot-form.tsx'
import { SpeakerForm } from '../records/speaker-form.tsx'
import { ThemeForm } from '../records/theme-form.tsx'
import { useSlotKeys } from './agenda.tsx'
import { AttributionBand } from './attribution-band.tsx'
import { CaptureHead } from './capture-head.tsx'
import { setLine, showSession, useCapture } from './capture-store.ts'
import { Composer } from './composer.tsx'
import { DockRail } from './dock-rail.tsx'
import { Feed } from './feed.tsx'
import { ProgrammeRail } from './programme-rail.tsx'
import { useCaptureDesk } from './use-capture-desk.ts'
import { type OpenForm, type RecordForm, useOpenForm } from './use-open-form.ts'
import { useGap } from './use-gap.ts'
import { useAxes, useSession } from './use-programme.ts'
import { VoiceDialogs } from './voice-dialogs.tsx'

interface FormsProps {
  session: Session
  open: OpenForm | null
  onClose: () => void
}

function Forms({ session, open, onClose }: FormsProps) {
  const done = { onClose }
  if (open?.form === 'session') return <SessionForm session={session} {...done} />
  if (open?.form === 'new-session') return <SessionForm onSaved={(id) => showSession(id, null)} {...done} />
  if (open?.form === 'axis') return <AxisForm onSaved={(axis) => setLine({ axis })} {...done} />
  if (open?.form === 'theme') return <ThemeForm {...done} />
  if (open?.form === 'slot') return <SlotForm session={session.id} slot={open.record} {...done} />
  if (open?.form !== 'speaker') return null
  const edited = open.record === undefined ? {} : { speaker: open.record }
  return <SpeakerForm session={session} {...edited} onSaved={(speaker) => setLine({ speaker })} {...done} />
}

function Desk({ session }: { session: Session }) {
  const { t } = useTranslation('capture')
  const [open, setOpen] = useOpenForm(session.id)
  const onForm = (form: RecordForm) => setOpen({ form })
  const desk = useCaptureDesk(session, () => onForm('speaker'))
  const canWrite = useCanWrite()
  useSlotKeys(session)
  useGap(session, useFirstAxis(session))
  useIntent('session.new', () => onForm('new-session'))
  const close = () => {
    setOpen(null)
    desk.field.current?.focus()
  }
  return (
    <>
      <CaptureHead session={session} onEdit={() => onForm('session')} />
      <div className="panes">
        <ProgrammeRail session={session} onForm={onForm} onSlot={(slot) => setOpen({ form: 'slot', record: slot })} />
        <section className="pane pane-stack capture" data-pane aria-label={t('noSession.screen')} tabIndex={-1}>
          <AttributionBand session={session} />
          <Feed notes={desk.notes} onEdit={desk.editNote} />
          <Composer
            key={`${session.id} ${canWrite}`}
            lists={desk.lists}
            note={desk.note}
            lang={desk.lang}
            actions={desk.actions}
            field={desk.field}
            onAsk={desk.ask}
            onPick={desk.pick}
          />
        </section>
        <DockRail
          session={session}
          onAdd={() => onForm('speaker')}
          onEdit={(speaker) => setOpen({ form: 'speaker', record: speaker })}
        />
      </div>
      <VoiceDialogs session={session} onEdit={desk.editNote} onField={() => desk.field.current?.focus()} />
      <Forms session={session} open={open} onClose={close} />
      <AttachmentDialog />
    </>
  )
}

function NoSession() {
  const { t } = useTranslation('capture')
  const [asked, ask] = useState(false)
  useIntent('session.new', () => ask(true))
  return (
    <>
      <ViewHead title={t('noSession.screen')} />
      <div className="panes">
        <section className="pane" data-pane aria-label={t('noSession.screen')} tabIndex={-1}>
          <EmptyState
            title={t('noSession.title')}
            action={
              <Button look="primary" onClick={() => ask(true)}>
                {t('noSession.open')}
              </Button>
            }
          />
        </section>
      </div>
      {asked && <SessionForm onSaved={(id) => showSession(id, null)} onClose={() => ask(false)} />}
    </>
  )
}

/** The axis a session starts on: the first of its own, else the first of the process. */
function useFirstAxis(session: Session | undefined): string | null {
  const axes = useAxes()
  const own = session === undefined ? [] : members(session, 'axis')
  return (axes.find(({ id }) => own.includes(id)) ?? axes[0])?.id ?? null
}

/** Taking notes while people speak: everything by keyboard, nothing that opens by itself. */
export function CaptureView() {
  const session = useSession()
  const axis = useFirstAxis(session)
  const noAxisYet = useCapture((state) => state.line.axis === null && state.editing === null)
  useEffect(() => {
    if (session !== undefined) showSession(session.id, axis)
  }, [session, axis])
  useEffect(() => {
    if (noAxisYet && axis !== null) setLine({ axis })
  }, [noAxisYet, axis])
  return session === undefined ? <NoSession /> : <Desk session={session} />
}
